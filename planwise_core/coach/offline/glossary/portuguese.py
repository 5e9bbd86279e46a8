"""Portuguese as runners in Brazil and Portugal write it; `glossary` says how to read the table."""

CALENDAR = """
segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro
novembro dezembro um dois três quatro cinco seis sete oito nove dez
"""

WORDS = """
monday: segunda-feira, segunda feira, 2ª feira; tuesday: terça-feira, terça feira, 3ª feira; wednesday: quarta-feira,
quarta feira; thursday: quinta-feira, quinta feira; friday: sexta-feira, sexta feira; mondays: segundas-feiras;
tuesdays: terças-feiras; today: hoje; tomorrow: amanhã, amanha; overmorrow: depois de amanhã; yesterday: ontem; the
day before yesterday: anteontem; tonight: hoje à noite; in the morning: de manhã, pela manhã, da manhã; morning:
manhã; night: noite; at night: à noite; afternoon: tarde; in the afternoon: à tarde; noon: meio-dia; weekend: fim de
semana, fds, final de semana; weekends: fins de semana, finais de semana; week: semana; weeks: semanas; the week: a
semana; day: dia; days: dias; month: mês; months: meses; year: ano; years: anos; this week: esta semana, essa semana,
nesta semana, nessa semana; next week: semana que vem, próxima semana, na próxima semana, para a semana, na semana que
vem, a semana que vem, a próxima semana, semana seguinte; last week: semana passada, na semana passada; a week: por
semana, na semana, semanais, semanal, cada semana, p semana, / sem; minutes: minutos; hours: horas; 60 minutes: hora,
uma hora; 30 minutes: meia hora; time: tempo; now: agora, atualmente, neste momento, no momento, de momento; early:
cedo; since: desde; until: até, até ao, até o; from now on: a partir de agora, de agora em diante, daqui para frente,
daqui pra frente; from: a partir de, a partir do, de a, dos dias; again: de novo, outra vez, novamente; still: ainda;
already: já; always: sempre; never: nunca, jamais, nunca mais; after: depois, depois de, depois do, depois da, após;
before: antes de, antes da, antes do, antes; between: entre; soon: logo; half marathon: meia maratona, meia,
meia-maratona, 21k; marathon: maratona; km: quilômetros, quilómetros, quilômetro, kms; race: prova, competição,
provas; run: correr, corro, corrida, treino, treinar, correndo, a corrida, correria, corra, corrida minha, sessão,
treinamento, trotar, i-run; runs: treinos, corre, corridas, sessões; ran: corri, treinei; train for: treino para,
treinando para, treinar para; long run: corrida longa, longão, longo, treino longo, treinão, longos; longest run:
treino mais longo, corrida mais longa, maior treino, longão maior, maior longão, maior corrida, longo mais longo; easy
run: rodagem, trote, corrida leve, treino leve; intervals: tiros, intervalado, séries; pace: ritmo, velocidade; what
pace: qual ritmo, que ritmo, qual pace, que pace; at what pace: em que ritmo, a que ritmo, em qual ritmo, com que
ritmo, em que pace, em qual pace; plan: plano, planilha; rest: descanso, descansar, folga; rest day: dia de descanso,
dia de folga; move: mudar, muda, passar, passa, adiar, adia, mover, move, antecipar, antecipa, transferir, transfere,
remarcar, remarca, jogar, joga; swap: trocar, troca, inverter, inverte; cancel: cancelar, cancela, tirar, tira,
remover, remove, retirar, retira, eliminar, cortar, corta; skip: pular, pula, saltar, salta, pulo, faltar, falto;
missed: perdi, pulei, faltei, saltei, falhei; shorten: encurtar, encurta, encurte, reduz; reduce: reduzir, diminuir,
diminui, baixar, baixa, aliviar; increase: aumentar, aumenta; add: adicionar, adiciona, acrescentar; put: colocar,
pôr, põe, por o, meter, bota, botar, coloca; make: deixar, deixa, deixe, torna, tornar, faz; can you make: pode
deixar; make it easier: alivia, pega leve, pegar leve; make it: faz-la, deixá-la; make the week easier: aliviar a
semana, alivia a semana; delete: apaga, apagar; do: fazer, faço, fazemos, farei; did: fiz, fez; change: modificar,
modifica, alterar, altera, ajustar; undo: desfaz, desfazer; go back: volta, voltar; easier: mais leve, mais fácil,
mais leves, mais tranquila, mais tranquilo, mais suave, mais light, menos pesada, mais calma; harder: mais difícil,
mais pesada, mais pesado, mais forte, mais puxado, mais puxada; shorter: mais curta, mais curto; longer: mais longa,
mais longo; less: menos; more: mais; faster: mais rápido; slower: mais devagar, mais lento; fast: rápido; slow:
devagar, lento; easy: fácil, leve, tranquilo, leves; hard: duro, difícil, pesado, pesada, pesados, puxado, puxados,
difíceis, duros, forte; long: longa; short: curta, curto; too hard: difícil demais, pesado demais, muito pesados,
muito puxados, muito difíceis, muito pesado, muito puxado, puxado demais, muito difícil, muito duros, demasiado duros,
demasiado difícil, demasiado pesado, demasiado pesados, muito forte, pesados demais, puxados demais; too much: demais,
demasiado; too long: muito longo, longo demais; so: tão, então, portanto; so many: tantos, tantas; instead of: em vez
de, em vez da, em vez do, no lugar de, no lugar do, ao invés de; instead: em vez disso; rather: antes prefiro; better:
melhor; possible: possível; is it possible: é possível, seria possível; works: funciona, dá para ser, dá pra ser,
serve, pode ser, pode ser na, pode ser no, dá na, dá no; does not work: não dá, não vai dar, não funciona, não rola,
não posso na, não vai rolar, não me dá jeito; can i: será que posso, posso eu, dá pra eu, dá para eu; can we: podemos,
a gente pode, dá pra, dá para; can you: pode, podes, poderia, consegues, podias, você pode, tu podes, dá pra você;
can: posso, consigo; i can: eu posso; i can not: não posso, não consigo, não vou conseguir, não vou poder, não
poderei, não consigo mais; i want to: quero, gostaria de, queria, gostava de, pretendo, tô querendo; should: devo,
deveria; have to: tenho que, tenho de, preciso; need: preciso de; i prefer: prefiro; i: eu; me: mim; my: meu, minha,
meus, minhas, o meu, a minha; you: você, tu, te; your: teu, tua, seu, sua; our: nosso; he: ele; she: ela; it: isso,
isto; we: a gente, nós; not: não, nao, n; no: nenhum, nenhuma; nothing: nada; only: só, apenas, somente; also: também,
tb; but: mas; because: porque, pq, já que, pois; and: e; or: ou; if: se; when: quando, qdo, quando é que; that: que,
aquele, aquela; without: sem; with: com; for: para mim, por; for me: pra mim; about: cerca, cerca de, uns, umas, mais
ou menos, por volta de, aproximadamente; under: abaixo, abaixo de, menos de, em menos de, sub; to: ao, para, à, aos,
pra, pro, às, a; on: na, no, nas, em dia, no dia, dia da, nos; in: em; the: o, os, as; of: de, do, da, dos, das; a:
um, uma; in a: num, numa; by: pelo, pela; this: este, esta, essa, esse, neste, nesta, nessa, nesse; next: próximo,
próxima, que vem, seguinte, próximos, próximas; last: passada, passado, última, último; first: primeira, primeiro; my
first: minha primeira, meu primeiro; all: todo, todos, todas, toda; every: todos os, todas as, cada; some: alguns,
algumas; a few days: alguns dias, uns dias; another: outro, outra; very: muito, muita, bem, super, mega, bastante;
many: muitos, muitas; a bit: um pouco, um bocado, pouco, um pouquinho, meio, meia que; maybe: talvez, se calhar;
please: por favor, pf, pfv, pfvr, se faz favor, sff; -: lá, cá, aí, né, coach, mister, opa, eita, nossa, mano, cara,
então tá, infelizmente, ah, oh, ok então, viu, pá, é que, me, lhe, jeito, ó, mesmo, gente, ¿, a2, ai, treinador; yes:
sim, claro, isso mesmo; ok: beleza, tá bom, está bem, combinado, certo, tudo bem; times: vezes, x, vez; 1 time: uma
vez; 2 times: duas vezes; 3 times: três vezes; 4 times: quatro vezes; left: falta, faltam, esquerdo, esquerda; i am:
estou, sou, tô, ando, eu estou, estarei; is: é, está, ser, será, tá; are: são, estão; was: foi, estava, era, eram; be:
estar; i will: vou, eu vou, irei; will: vai; i will be: vou estar; no running: não vou correr, nada de corrida, nada
de treino, sem correr, sem treino, sem treinos; i have: tenho, eu tenho, terei, vou ter; has: tem; have: temos, ter,
têm, ganho; there is: há; i feel: me sinto, sinto-me, sinto, me sentindo, tô me sentindo, estou me sentindo; what:
qual, o que, quê, quais; what is: qual é; what is on: o que tenho, que tenho, o que tem, qual é o treino de, qual o
treino de; what should i do: o que faço, o que eu faço, que faço, o que devo fazer; when is: quando é; why: por que,
por quê, porquê; how: como; where: onde; who: quem; how far: quanto, quantos quilômetros, quantos quilómetros; how
long: quanto tempo; how many: quantos, quantas; how many days until: quantos dias faltam; how many km do i run:
quantos km são, quantos km faço, quantos km tenho, quantos quilômetros são, quantos quilómetros faço, quantos km
corro; ill: doente, adoentado, adoentada; fever: febre; cough: tosse; cold: constipação, resfriado; i have a cold:
constipado, constipada, gripado, gripada, resfriada, peguei um resfriado, estou resfriado, estou constipado, apanhei
uma constipação, estou gripado, estou constipada, estou gripada; sore throat: dor de garganta, garganta inflamada;
runny nose: nariz escorrendo, nariz entupido, nariz a pingar; flu: gripe, virose; headache: dor de cabeça, enxaqueca;
stomach: estômago, barriga; stomach bug: gastroenterite; vomit: vomitei, vomitar, vomitando; covid: covid; doctor:
médico, médica; healthy: recuperado; caught: peguei, apanhei; diarrhea: diarreia; dizzy: tontura, tonturas, tonto,
tonta, tudo a rodar, tudo girando; fainted: desmaiei, desmaio, desmaiado, perdi os sentidos, apaguei; chest: peito;
heart: coração; palpitations: palpitações, taquicardia; blood: sangue; short of breath: falta de ar, falta o ar;
pregnant: grávida, grávida de; breathe: respirar; pain: dor, dores, incômodo, incómodo; pressure: pressão, aperto;
hurts: dói, doem, doendo, incomoda, me incomoda, está doendo, tá doendo, me dói, está a doer, doer, dolorido,
dolorida; hurts the: dói o, dói a; hurt: machuquei, magoei; knee: joelho, joelhos; calf: panturrilha, gémeo, gémeos; i
have pain in the: tenho dor no, tenho dor na, dor no, dor na, tenho dores no, tenho dores na, estou com dor no, estou
com dor na, tô com dor no, tô com dor na; ankle: tornozelo; foot: pé, pés; back: costas, lombar, de volta; hip:
quadril, anca; thigh: coxa; shin: canela, canelite, canelas; heel: calcanhar; achilles: tendão, tendão de aquiles,
aquiles; hamstring: posterior da coxa, isquiotibiais; groin: virilha; leg: perna; legs: pernas; arm: braço; shoulder:
ombro; stiff: rígido, duro de manhã; swollen: inchado, inchada; swelling: inchaço; stand on it: apoiar o pé, pisar no
chão, apoiar, pisar; twisted: torci; sprained: entorse; injured: lesionado, lesionada, machucado, me machuquei,
magoei-me; injury: lesão; cramp: cãibra; cramps: cãibras; muscle soreness: dor muscular; right: direito, direita;
walk: andar, caminhar; fell: caí; broken: quebrado, partido; tired: cansado, cansada, cansaço; exhausted: exausto,
exausta, morto, morta, acabado, acabada, destruído, destruída, moído, moída, quebrada, esgotado, estourado; slept
badly: dormi mal, dormi pouco; slept: dormi; sleep: sono, dormir, durmo, dormindo; stress: estresse, stress; stressed:
estressado, estressada; no motivation: sem motivação, sem vontade, não tenho vontade, não tenho mais vontade, zero
vontade, desmotivado, desmotivada, sem pique, nenhuma vontade; motivation: motivação, vontade; scared: medo; nervous:
nervoso, nervosa, ansioso, ansiosa; sad: triste, desanimado, desanimada, pra baixo, deprimido, deprimida; happy:
feliz, contente; great: ótimo, perfeito, show, legal, top, maravilha, fixe, excelente; good: bom, boa; bad: mal, ruim,
mau; thanks: obrigado, obrigada, valeu, muito obrigado, muito obrigada, obg, brigado, obrigadão, vlw; hello: olá, boa
tarde; hi: oi, oie, e aí; good morning: bom dia; bye: tchau, adeus; no time: sem tempo, não tenho tempo, não vou ter
tempo; without stopping: sem parar; holiday: férias; on holiday: de férias; i am on holiday: vou de férias, saio de
férias; i am away: vou viajar, estou fora, estarei fora, vou estar fora, estou viajando, viajo; away: fora, em viagem,
viajando, viajando a trabalho, viajando pelo trabalho; travel: viajar; trip: viagem; business trip: viagem de
trabalho, viagem de negócios; wedding: casamento; birthday: aniversário, anos de; christening: batizado, batismo;
funeral: enterro, velório, funeral; communion: comunhão; appointment: reunião, consulta, compromisso, dentista, médico
tenho, show marcado, concerto, curso, ensaio, palestra, entrevista; school: escola, faculdade, colégio; exam: exame;
exams: exames, provas na faculdade, provas na escola, provas da faculdade, vestibular, frequências; party: festa,
churrasco, confraternização; choir: coral, coro; night shift: plantão, turno da noite, turno noturno; i have night
shift: trabalho à noite, trabalho de noite, estou de plantão, tenho plantão, faço noite, faço noites; shift: turno;
work: trabalho, trabalhar, trabalhei; work late: trabalhar até tarde; moving house: mudança de casa, mudança; lunch:
almoço, almoço de família; dinner: jantar; visit: visita, visitas; busy: ocupado, ocupada, atolado, corrido, cheia,
cheio, uma loucura, loucura, cheio de trabalho, cheia de trabalho; free: livre; husband: marido; wife: mulher, esposa;
son: filho; daughter: filha; kids: filhos, crianças, miúdos; friend: amigo, amiga; friends: amigos; mother: mãe;
father: pai; parents: pais; mother-in-law: sogra; parents-in-law: sogros; niece: sobrinha; nephew: sobrinho; family:
família; boss: chefe; sister: irmã; brother: irmão; house: casa; goal: objetivo, meta; beginner: principiante,
iniciante; i train for: estou treinando para, estou a treinar para, estou me preparando para, estou a preparar;
prepare: preparar; i run: vou fazer uma corrida; finish: terminar, completar, acabar; registered: inscrito, inscrita;
lose weight: emagrecer, perder peso; cancelled: cancelada, cancelado; was cancelled: foi cancelada, foi cancelado;
postponed: adiada, adiado; ignore: ignora, ignore, ignorar; forget: esquece, esqueça, esqueci; instructions:
instruções, regras; previous: anteriores; rain: chuva, chover, chove; heat: calor; cycle: andar de bicicleta, pedalar,
andar de bike, fazer bicicleta, fazer bike, andar de bici; cycling: bicicleta, bike, pedal; swim: nadar, fazer
natação; swimming: natação, piscina; treadmill: esteira, passadeira; gym: academia, ginásio; like: gosto, gosto de;
love: adoro; i can only: só posso, só consigo; run on: correr no; get fitter: ficar em forma, entrar em forma, voltar
à forma; i do not run: não corro, não corro nada, ainda não corro; by half: pela metade; half: metade; everything:
tudo; blue: roxo, roxa, azul; at work: no trabalho; come: vêm, vem; here: aqui; nearly: quase; fits: cabe; died:
morreu, faleceu; grandpa: avô; grandma: avó; dog: cachorro, cão; cat: gato; head: cabeça; rib: costela; bruised:
contusão, pancada; show me: me mostra, mostra-me, mostra, me diz; show: mostrar; explain: explicar, explica, me
explica; tell me: diz-me; think: acho, penso; know: sei, saber; autumn: outono; spring: primavera; summer: verão;
winter: inverno; christmas: natal; new year: ano novo, réveillon; easter: páscoa; beginning of: início de, começo de;
middle of: meados de; end of: fim de, final de; 11: onze; 12: doze; 15: quinze; 20: vinte; 25: vinte e cinco; 30:
trinta; 40: quarenta; 45: quarenta e cinco; 50: cinquenta; second: segundo; twice as: o dobro; impossible: impossível;
heavy legs: pernas pesadas; won: ganhei, venci; personal best: recorde pessoal, rp; felt: senti; can not walk:
mancando, não consigo andar; company party: jantar da empresa, festa da firma; people: pessoas; earlier: mais cedo;
later: mais tarde; 1 day earlier: um dia antes; 1 day later: um dia depois; hate: odeio; annoying: chato; home office:
home office; kindergarten: creche; strike: greve; car: carro; train: trem, comboio; hot: calor demais; cold outside:
frio; storm: tempestade; shoes: tênis, ténis, sapatilhas; new: novo, nova, novos; old: velho, velha; watch: relógio;
heart rate: frequência cardíaca, batimentos; strength training: musculação; football: futebol; tennis: ténis de; too
easy: fácil demais; too short: curto demais; too slow: lento demais; too little: muito pouco; why so many: por que
tantos; easy runs: corridas leves, treinos leves; die: morrer; at my parents: na casa dos meus pais; no head: não
tenho cabeça; you are great: és o maior, você é demais; i would like to do: queria fazer, gostaria de fazer; instead
of running: em vez de correr; sharp pain: fisgada, uma fisgada, pontada; ultra: ultra, ultramaratona; trail: trail;
help: ajuda; done: feito; did nothing: sem fazer nada, não fiz nada; i am back from: voltei de, voltei das; go back
to: voltar a, volta a; can not breathe: difícil respirar, dificuldade para respirar, não consigo respirar; my heart
races: coração disparado, o coração tá disparado, coração acelerado; my heart beats irregularly: o coração bate
estranho; hardly: mal consigo; this morning: hoje de manhã, esta manhã; uni: facul, uni; replace: substituir; both: as
duas, os dois, ambos; tendonitis: tendinite; physio: fisio; says: diz; 2 weeks off: duas semanas parado; carry on:
continuo, continuar; training: treinando; hit my head: bati a cabeça; snow: nevar; keep: manter, mantém; like this:
assim como está; i keep it as it is: deixa assim, fica assim; very good: muito bem; i am at: estou num; i am with: to
com, tô com; i have covid: estou com covid, to com covid, tô com covid; run under: baixar de; eat: comer, como antes;
what should i eat: o que como, o que comer, o que devo comer; start again: voltar a treinar, voltar a correr,
recomeçar; fly: voamos; we go: vamos, a gente vai; come back: voltamos, volto, a gente volta; i do not know if: não
sei se; bored: entediado, entediada; terrible: horrível, terrível; back pain: dor nas costas; stomach ache: dor de
barriga; no fever: sem febre; sea: mar; beach: praia; mountains: montanha, serra; make me: me faz, faz pra mim; is it
bad if i: tem problema se eu, tem problema se, faz mal se, é grave se; give me: me passa, me dá, dá-me; paces: ritmos,
paces; i could not run: não consegui correr, não consegui treinar, não pude correr; could: podia; i sleep badly: durmo
mal, dormindo muito mal, dormindo mal; whole: inteiro, inteira; skiing: esquiando; playing football: jogando bola,
jogando futebol; i twisted my: torci o; sorry: desculpa, desculpe; i liked: gostei; managed: consegui; i do not feel
well: não tô me sentindo bem, não me sinto bem, não estou bem, não estou me sentindo bem
"""
