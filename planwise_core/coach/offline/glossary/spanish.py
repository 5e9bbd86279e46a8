"""Spanish as runners write it; `glossary` says how to read the table."""

CALENDAR = """
lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
octubre noviembre diciembre uno dos tres cuatro cinco seis siete ocho nueve diez
"""

WORDS = """
today: hoy; tomorrow: mañana; overmorrow: pasado mañana; yesterday: ayer; the day before yesterday: anteayer; tonight:
esta noche; mondays: los lunes; tuesdays: los martes; wednesdays: los miércoles; thursdays: los jueves; fridays: los
viernes; in the morning: por la mañana, por las mañanas; afternoon: tarde, tardes; night: noche, noches; noon:
mediodía; in the afternoon: por la tarde, por las tardes; weekend: fin de semana, finde; weekends: fines de semana,
findes; week: semana; weeks: semanas; day: día; days: días; month: mes; months: meses; year: año; years: años; early:
temprano; this week: esta semana; next week: la semana que viene, la próxima semana, próxima semana, semana que viene,
la semana próxima, semana próxima, la semana siguiente, la otra semana; last week: la semana pasada, semana pasada; a
week: a la semana, por semana, cada semana, semanales, semanal, x semana, / sem; this weekend: este finde, este fin de
semana; minutes: minutos; hours: horas; 60 minutes: hora, una hora; 30 minutes: media hora; time: tiempo, vez; now:
ahora, actualmente, en este momento, por ahora, ahora mismo; since: desde, desde hace; until: hasta, hasta el; from:
del, a partir del, a partir de; from now on: a partir de ahora, de ahora en adelante, desde ahora, en adelante; again:
otra vez, de nuevo; always: siempre; never: nunca, jamás, nunca más; soon: pronto; after: después del, después,
después de, tras; before: antes, antes de; half marathon: media maratón, medio maratón, media, medio, 21k, la media;
marathon: maratón, maraton; km: kilómetros, kilómetro, kms; race: carrera, competición, prueba, competencia, carreras;
run: correr, corro, entreno, entrenamiento, salida, corriendo, trotar, corra, corría, sesión, entrenar, rodar, salir a
correr; runs: salidas, entrenos, entrenamientos, sesiones, corre; ran: corrí, entrené; train: entreno para, tren; long
run: tirada larga, carrera larga, tirada, rodaje largo, fondo, tirada larguísima, salida larga, larga; long run on
sunday: larga del domingo; longest run: tirada más larga, salida más larga, carrera más larga, entreno más largo; easy
run: rodaje, trote, rodaje suave; intervals: series, intervalos; pace: ritmo, velocidad; tempo: umbral; plan: plan,
programa; what pace: qué ritmo; at what pace: a qué ritmo, con qué ritmo; rest: descanso, descansar, reposo; rest day:
día de descanso; tomorrow's run: la carrera de mañana, el entreno de mañana, la sesión de mañana; yesterday's run: el
entreno de ayer; move: mover, mueve, cambiar, cambia, pasar, pasa, mueves, pasarla, moverla, pasarlo, moverlo,
adelantar, adelanta, retrasar, retrasa, atrasar, aplazar, aplaza, pásame, pásala, muéveme, muévela, cámbiame, correrlo
al; move it: lo muevo, pásalo, muévelo, cámbialo, cambiarlo, lo paso; swap: intercambiar, intercambia; cancel:
cancelar, cancela, quitar, quita, eliminar, elimina, quítame, anular, anula, suprimir, suprime, quitas, sacar, saca;
skip: saltar, saltarme, salto, sáltate, omitir, omite, saltármelo, perderme, me salto; missed: me salté, salté, perdí,
no hice, me perdí; shorten: acortar, acorta, acórtame, recortar, recorta, acortas, acortarla; reduce: reducir, reduce,
bajar, baja, rebajar, rebaja, bajamos, bajar un poco, aflojar, bájame; increase: subir, aumentar, aumenta, sube; add:
añadir, añade, agregar, agrega; put: poner, pon, ponme, ponemos, pones, ponla, ponlo, metemos, mete; leave: dejar,
deja; make: haz, hacer la, déjame; make it: hacerla, hazla, hazlo, déjala, hacerlo; do: hacer, hago, haga, hacemos,
haré; did: hice; done: hecho; make the week easier: afloja la semana, aligera la semana, baja la carga, bájame la
carga; make easier: aligerar, aligera, afloja; delete: borra, borrar; undo: deshaz, deshacer; go back: vuelve, volver;
change: modificar, modifica, ajustar, ajusta, adaptar; easier: más fácil, más suave, más ligera, más ligero, más
tranquila, más suaves, más floja, más flojo, más relajada, más light, menos dura, más tranquilo, más ligeros, más
tranqui; week easier: semana más suave; harder: más duro, más difícil, más dura, más fuerte; shorter: más corta, más
corto; longer: más larga, más largo; less: menos; more: más; faster: más rápido; slower: más lento, más despacio;
fast: rápido; slow: lento, despacio, lenta, lentos; easy: fácil, suave, tranquila, tranquilo, suaves; hard: duro,
dura, difícil, fuerte, duros, pesado, exigente, duras, pesados, intenso; long: largo, largos, largas; short: corta,
corto; too hard: demasiado duro, demasiado difícil, muy duro, muy duros, demasiado duros, demasiado dura, muy dura,
muy pesados, muy pesado, muy difícil, demasiado fuerte, muy fuerte; too much: demasiado, demasiada, demasiados; too
long: demasiado largo, demasiado larga, muy larga; so: tan, así que, entonces, así; instead: en su lugar, a cambio;
instead of: en vez de, en vez del, en lugar de, en lugar del; rather: mejor, más bien; better: mejoro; possible:
posible; works: va bien, funciona, me va bien, me viene bien, sirve, vale el, puede ser el, podría ser el, qué tal el;
does not work: no me va bien, no me viene bien, no puede ser, no me cuadra, no funciona, no me da; is it possible: es
posible, sería posible, se podría; can i: puedo yo, podría yo; can we: podemos, se puede, podríamos; can you: puedes,
podrías, puede usted, me puedes; can: puedo, podría, pueda; i can: podré; i can not: no puedo, no voy a poder, no
podré, me es imposible, no puedo ni, no consigo, no podía, no llego; i want to: quiero, quisiera, me gustaría,
querría, tengo ganas de; i want a: busco; should: debo, debería, toca hacer; should i: debo yo; have to: hay que; what
do i have to: qué tengo que; i need: necesito; i prefer: prefiero; i: yo; me: me, mí; my: mi, mis, mío; you: te, tú;
your: tu, tus; us: nos; our: nuestro, nuestra; he: él; she: ella; it: lo; his: su, sus; not: no; no: ningún, ninguna,
nada de; nothing: nada; something: algo; only: solo, sólo, solamente; also: también; but: pero; because: porque, ya
que, que es que, que tengo; and: y, e; or: o; if: si; when: cuando, cuándo; that: que, eso, ese; where: donde, dónde;
as: como; without: sin; with: con; for: para; between: entre; about: unos, unas, sobre, aproximadamente, alrededor de,
más o menos, como unos; under: menos de, por debajo de, en menos de, sub; run under: bajar de; to: al, a, hacia; at:
en casa de; in: en; on: en el; of: de; the: el, la, los, las; a: un, una; by: por; this: este, esta, esto; these:
estos, estas; next: próximo, próxima, siguiente, que viene; last: pasado, pasada, último, última; first: primer,
primera, primero; every: cada, todos los, todas las; all: todo, toda, todos, todas; another: otra, otro; some:
algunos, algunas; a few days: unos días, un par de días; many: muchas, muchos; a lot of: mucho, mucha; very: muy,
super, bastante, súper, mogollón; so much: tanto; so many: tantos, tantas; a bit: un poco, algo más, un poquito;
maybe: quizás, quizá, a lo mejor, tal vez; please: por favor, porfa, porfi, pf, xfa; -: se, le, ya, aún, pues, ey, eh,
bueno, jo, uf, tío, oye, jolín, coach, mister, lamentablemente, ¿, ¡, les, va, la verdad, por desgracia, hecha, oiga,
che, además, allí, ahí, es que, la verdad es que, entrenador, míster; still: todavía; yes: sí, claro; ok: vale, de
acuerdo, dale, de acuerdo entonces; times: veces, x; 1 time: una vez; 2 times: dos veces; 3 times: tres veces; 4
times: cuatro veces; left: falta, faltan, me queda, quedan, izquierda, izquierdo; i am: soy, voy a estar, estaré, me
encuentro, estoy un poco, estoy; am: ando; is: es, está, será, sería; are: se me hacen, me hacen, me resultan, son,
están; was: fue, era, estaba, ha sido, eran; be: estar, ser; i have: tengo, tendré, he, tenía; have: tienes, hemos,
tener, tenemos, llevo; has: tiene, ha; there is: hay; had: tuve; i feel: me siento, me noto; feel: siento, noto; i
have a: me han puesto; what: qué, cuál; what is on: qué me toca, qué toca, qué tengo, qué hay; is on: toca, me toca;
what should i do: qué hago, qué puedo hacer, qué debo hacer; why: por qué, xq, pq; how: cómo; how far: cuánto, qué
distancia, cuánta distancia, cuántos kilómetros, cuántos km; how long: cuánto tiempo, cuánto dura; how many days:
cuántos días; how many km do i run: cuántos km hago, cuántos kilómetros hago, cuántos km son, cuántos kilómetros son,
cuántos km tengo; how many: cuántos, cuántas; how long until: cuánto falta para; how many days until: cuántos días
faltan, cuántos días faltan para; which: cuáles; who: quién; ill: enfermo, enferma, malito, malita, pachucho,
pachucha, malo; fever: fiebre, calentura, décimas; cough: tos, toso; cold: catarro, resfriado, constipado; i have a
cold: resfriada, constipada, acatarrado, estoy resfriado, estoy constipado, estoy resfriada, he pillado un resfriado,
tengo un resfriado, me he resfriado, me resfrié, cogí un resfriado, he cogido frío; sore throat: dolor de garganta;
flu: gripe, gripazo; caught: pillado, cogido; runny nose: mocos, moqueo; headache: dolor de cabeza, jaqueca; stomach:
estómago, tripa, barriga; stomach bug: gastroenteritis; covid: covid; vomit: vomitar, vomité, vomitando, vomitado,
vomitando todo; diarrhea: diarrea; doctor: médico, doctor, doctora; healthy: sano, recuperado; antibiotics:
antibiótico*; dizzy: mareado, mareada, mareo, mareos, mareé, marea, todo me da vueltas; fainted: desmayé, me desmayé,
desmayado, perdí el conocimiento, me caí redondo, desmayo, me desmayo, casi me desmayo; chest: pecho; heart: corazón;
palpitations: palpitaciones, taquicardia; blood: sangre; short of breath: me falta el aire, falta de aire, me ahogo;
breathe: respirar; pregnant: embarazada, embarazada de; pain: dolores, molestia, molestias, dolor; pressure: presión,
opresión; hurts: duele, me duele, me molesta, molesta, duelen, me duelen, me tira, me está molestando, dolía, me
dolió, doliendo, está doliendo; knee: rodilla, rodillas; calf: gemelo, pantorrilla, gemelos; ankle: tobillo; foot:
pie, pies; shin: tibia, espinilla, espinillas; hip: cadera; back: espalda, lumbares, de vuelta; thigh: muslo; heel:
talón; achilles: aquiles, tendón de aquiles, tendón; hamstring: isquio, isquios, femoral; groin: ingle; leg: pierna;
legs: piernas; arm: brazo; shoulder: hombro; toe: dedo; sole: planta; stiff: rígido, cargado, cargada, agarrotado;
swollen: hinchada, hinchado, inflamada, inflamado, hinchadas; swelling: hinchazón; stand on it: apoyar el pie,
apoyarla, apoyarlo, apoyar, pisar; twisted: torcí, torcido; i twisted: me torcí, me he torcido; i twisted it: me lo
torcí; sprained: esguince; torn: rotura, desgarro; injured: lesionado, lesionada, me lesioné, me he lesionado; injury:
lesión; cramp: calambre; cramps: calambres; muscle soreness: agujetas; right: derecha, derecho; walk: caminar, andar;
fell: me caí, caí; broken: roto, rota; tired: cansado, cansada, cansancio, cansadísimo; exhausted: agotado, agotada,
hecho polvo, hecha polvo, reventado, reventada, muerto, muerta, molido, molida, fundido, fundida, destrozado,
destrozada; slept badly: dormido mal, dormí mal, dormido fatal, dormí fatal, he dormido poco; slept: dormido; sleep:
dormir, sueño, duermo; stress: estrés; stressed: estresado, estresada; no motivation: sin motivación, no tengo ganas,
sin ganas, no me apetece, ningunas ganas, cero ganas, pocas ganas, no tengo motivación, desmotivado, desmotivada;
motivation: motivación, ganas; nervous: nervioso, nerviosa, nervios; scared: miedo; sad: triste, bajo de ánimo,
desanimado, desanimada, deprimido, deprimida; happy: feliz, contento, contenta; great: genial, perfecto, estupendo,
guay, fenomenal, excelente; good: bien, buena; bad: mal, fatal, peor, grave; very bad: muy mal; thanks: gracias,
muchas gracias, mil gracias; love: me encanta; like: me gusta; hello: hola, buenas, buenas tardes; good morning:
buenos días; bye: adiós, hasta luego; ready: estoy listo; no time: no tengo tiempo, sin tiempo, no me da tiempo, no
tendré tiempo; no running: nada de correr, nada de entrenar, sin correr, nada de entrenos; without stopping: sin
parar; holiday: vacaciones; on holiday: de vacaciones; i am on holiday: me voy de vacaciones, salgo de vacaciones;
away: fuera, de viaje, de viaje de trabajo; i am away: estaré fuera, me voy, me voy de viaje, salgo de viaje, voy a
estar fuera, no voy a estar, estoy fuera; am going: voy; trip: viaje; travel: viajo, viajar; business trip: viaje de
trabajo, viaje de negocios; wedding: boda; birthday: cumpleaños, cumple; christening: bautizo; funeral: entierro,
funeral; communion: comunión; appointment: cita, reunión, médico tengo, dentista, concierto, curso, ensayo,
entrevista, evento, tutoría, junta, formación, cursillo; school: cole, colegio, escuela, instituto; exam: examen,
oposición; exams: exámenes, parciales, finales; party: fiesta, despedida; choir: coro; night shift: turno de noche,
turno nocturno, guardia; i have night shift: curro de noche, trabajo de noche, voy de noche, tengo guardia; double
shift: turno doble; shift: turno; work: trabajo, curro, trabajar, currar, trabajado; work late: salgo tarde, trabajo
hasta tarde; hospital: hospital; moving house: mudanza, me mudo; lunch: comida, almuerzo, comida familiar, comer;
dinner: cena; visit: visita; busy: ocupado, ocupada, liado, liada, a tope, hasta arriba; free: libre; wife: mujer,
esposa; husband: marido, esposo; son: hijo, niño; daughter: hija, niña; kids: hijos, niños, peques; friend: amigo,
amiga; friends: amigos, amigas; mother: madre, mamá; father: padre, papá; parents: padres; mother-in-law: suegra;
parents-in-law: suegros; niece: sobrina; nephew: sobrino; family: familia, familiar; boss: jefe; sister: hermana;
brother: hermano; house: casa; goal: objetivo, meta; beginner: principiante, novato, novata; i train for: preparo,
estoy preparando, me preparo para; train for: preparando, preparar; finish: terminar, acabar; finished: terminado;
registered: apuntado, apuntada, inscrito, inscrita; lose weight: adelgazar, perder peso; they cancelled: han
cancelado, cancelaron, han suspendido, suspendieron; was cancelled: se ha cancelado, se canceló, se ha suspendido;
cancelled: cancelado, cancelada, suspendida, suspendido; postponed: aplazado, aplazada; ignore: ignora, ignorar,
olvídate de; forget: olvida, olvidado, olvidé; instructions: instrucciones, reglas, normas; previous: anteriores,
previas; it has rained: ha llovido; rain: lluvia, llover, llueve; heat: calor; ice: hielo; cycle: hacer bici, ir en
bici, montar en bici, salir en bici, hacer bicicleta; cycling: bici, bicicleta; swim: nadar, hacer natación; swimming:
piscina; hike: senderismo; treadmill: cinta; gym: gimnasio, gym; then: luego; i have to: tengo que, yo tengo que; get
fitter: ponerme en forma, estar en forma, mejorar mi forma; i do not run: no corro nada, no corro, ahora no corro; cut
by half: reduce a la mitad; by half: a la mitad; half: mitad; blue: morado, morada, azul; reduce it: redúcelo, bájalo;
at work: en el curro, en el trabajo; fits: cabe, entra; come: vienen, viene; twisted my: me torcí el, me torcí la;
died: ha muerto, murió, ha fallecido, falleció, se ha muerto; grandpa: abuelo; grandma: abuela; dog: perro; cat: gato;
head: cabeza; rib: costilla; bruised: contusión, golpe; show me: enséñame, muéstrame, dime; show: enseñar, mostrar,
enseña, muestra; explain: explicar, explica, explícame; tell me: cuéntame; think: creo, pienso; know: sé, saber;
autumn: otoño; spring: primavera; summer: verano; winter: invierno; christmas: navidad, navidades, nochebuena; new
year: nochevieja, año nuevo; easter: semana santa, pascua; beginning of: principios de, a principios de; middle of:
mediados de, a mediados de; end of: finales de, a finales de; 11: once; 12: doce; 15: quince; 20: veinte; 25:
veinticinco; 30: treinta; 40: cuarenta; 45: cuarenta y cinco; 50: cincuenta; second: segundo; twice as: el doble;
impossible: imposible; heavy legs: piernas pesadas, piernas cargadas; heavy: pesada, pesadas; won: ganado, gané;
personal best: marca personal, mmp; felt: he sentido, sentí, noté; can not walk: cojeo, no puedo andar, no puedo ni
andar, no puedo caminar; company party: cena de empresa, comida de empresa; people: gente; earlier: antes más
temprano, más temprano; later: más tarde; 1 day earlier: un día antes; 1 day later: un día después, un día más tarde;
hate: odio; annoying: rollo, coñazo; home office: teletrabajo; kindergarten: guardería; strike: huelga; car: coche;
hot: hace calor; cold outside: hace frío; storm: tormenta; shoes: zapatillas; new: nuevo, nueva, nuevas; old: viejo,
vieja; watch: reloj; heart rate: pulsaciones, pulso; strength training: fuerza, pesas; football: fútbol; tennis:
tenis; too easy: demasiado fácil, muy fácil; too short: demasiado corto, muy corto; too slow: demasiado lento; too
little: muy poco, demasiado poco; why so many: por qué tantos; easy runs: rodajes, rodajes suaves, carreras suaves,
entrenos suaves; die: morir; at my parents: en casa de mis padres; no head: no tengo cabeza; you are great: eres un
crack, eres el mejor; i would like to do: me gustaría hacer; instead of running: en vez de correr; sharp pain:
pinchazo, punzada; ultra: ultra, ultramaratón; trail: trail, montaña; help: ayuda; did nothing: sin hacer nada, no he
hecho nada, no hice nada; i am back from: he vuelto de, vuelvo de, acabo de volver de; go back to: volver a, vuelve a;
can not breathe: me cuesta respirar, no puedo respirar; my heart races: el corazón me va a mil, corazón a mil, se me
acelera el corazón; my heart beats irregularly: el corazón me late raro; hardly: apenas; this morning: esta mañana;
uni: uni, facultad; replace: sustituir; both: las dos, los dos; tendonitis: tendinitis; physio: fisio; says: dice; 2
weeks off: dos semanas de reposo; carry on: sigo, seguir; training: entrenando; hit my head: golpeado la cabeza, golpe
en la cabeza; snow: nevar, nieva; keep: mantener, mantén; like this: así como está; i keep it as it is: déjalo así, lo
dejamos así; very good: muy bien; i am at: estoy en; i have covid: tengo covid; eat: como antes, comer antes; what
should i eat: qué como, qué debo comer, qué desayuno; start again: volver a entrenar, volver a correr, empezar otra
vez; fly: volamos; we go: nos vamos, vamos, salimos; come back: volvemos, vuelvo, regresamos, regreso; i do not know
if: no sé si; bored: me aburro, aburrido, aburrida; make harder: corser, durcir; terrible: horrible, terrible; back
pain: dolor de espalda; stomach ache: dolor de barriga, dolor de tripa; knee pain: dolor de rodilla; no fever: ya no
tengo fiebre, sin fiebre; sea: mar; beach: playa; mountains: sierra; make me: me haces, hazme; is it bad if i: pasa
algo si, es malo si, pasa algo si me; give me: dame; paces: ritmos; i could not run: no he podido salir a correr, no
he podido correr, no pude correr, no pude salir a correr; could: podía, podido; i sleep badly: duermo fatal, duermo
mal; what is: cuál es; whole: entero; skiing: esquiando, esquiar; playing football: jugando al fútbol; i twisted my:
me he torcido la, me he torcido el; sorry: perdona, perdón, lo siento; i liked: me gustó; managed: conseguido,
logrado; i could not: no he podido, no pude; i do not feel well: no me encuentro bien, no me siento bien, me encuentro
mal, me siento mal
"""
