"""Italian as runners write it; `glossary` says how to read the table."""

CALENDAR = """
lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto
settembre ottobre novembre dicembre uno due tre quattro cinque sei sette otto nove dieci
"""

WORDS = """
today: oggi; tomorrow: domani; overmorrow: dopodomani; yesterday: ieri; the day before yesterday: l'altro ieri;
tonight: stasera, stanotte; sundays: domeniche; saturdays: sabati; in the morning: la mattina, di mattina, al mattino;
morning: mattina, mattino; evening: sera, serata; in the evening: la sera, di sera; afternoon: pomeriggio; noon:
mezzogiorno; night: notte; weekend: fine settimana, weekend; weekends: fine settimana tutti; week: settimana; weeks:
settimane; day: giorno, giornata; days: giorni; month: mese; months: mesi; year: anno; years: anni; this week: questa
settimana, sta settimana; next week: la prossima settimana, la settimana prossima, prossima settimana, settimana
prossima, la settimana che viene, settimana che viene; last week: la settimana scorsa, scorsa settimana, la scorsa
settimana; a week: a settimana, alla settimana, settimanali, ogni settimana, per settimana; minutes: minuti; hours:
ore; 60 minutes: un'ora, ora intera; 30 minutes: mezz'ora, mezzora; time: tempo; now: adesso, ora, al momento,
attualmente, in questo momento, per ora; early: presto; late: tardi; since: da quando, da; until: fino a, fino al,
fino, sino al; from: dal, dai, dalla, a partire da, a partire dal, dallo, dall'; from now on: d'ora in poi, da ora in
poi, da adesso; again: di nuovo, ancora una volta; still: ancora; already: già; always: sempre; never: mai, mai più;
after: dopo, dopo di; before: prima che, prima della, prima del, prima di; between: tra, fra; during: durante; half
marathon: mezza maratona, mezza, mezzamaratona, la mezza; marathon: maratona; km: chilometri, chilometro, kilometri;
race: gara, competizione, gare; run: correre, corro, corsa, allenamento, uscita, correrei, correrò, seduta, corsetta,
allenarmi, corriamo, sessione, allenarci; runs: uscite, corse, allenamenti, corre, sedute, sessioni; train: alleno, mi
alleno, allenare, treno; tomorrow's run: la corsa di domani; long run: corsa lunga, lungo, il lungo, lunghissimo,
uscita lunga, la corsa lunga, lento lungo, allenamento lungo; longest run: corsa più lunga, uscita più lunga, lungo
più lungo, allenamento più lungo; easy run: corsa lenta, lento facile, corsa facile; intervals: ripetute; pace: ritmo,
passo, andatura, velocità; what pace: quale ritmo, che ritmo, che passo; at what pace: a che ritmo, a che passo, a
quale ritmo, a che velocità, a che andatura; tempo: medio; plan: programma, tabella, piano; rest: riposo, riposare,
fermo; rest day: giorno di riposo; i rest: mi fermo, mi riposo; move: spostare, sposta, spostiamo, spostarlo,
spostarla, spostami, anticipare, anticipa, posticipare, posticipa, rimandare, rinviare, rinvia, spostato, sposti; move
it: lo sposto, la sposto, spostalo, spostala; postpone: rimandare a; swap: scambiare, scambia, invertire, inverti,
scambiamo, invertiamo; cancel: cancellare, cancella, togliere, togli, annullare, annulla, eliminare, elimina,
togliamo, leva, levare, togliermi; skip: saltare, salta, salto, saltarlo, saltarla, saltiamo; missed: saltato, perso,
mancato, saltata; shorten: accorciare, accorcia, accorciamo, accorciami, accorciarlo; reduce: ridurre, riduci,
diminuire, diminuisci, scendere, calare; increase: aumentare, aumenta; add: aggiungere, aggiungi; put: mettere, metti,
mettiamo, mettici, mettimi; make: rendere, rendi, fai; make it: fammela, fammelo, falla, fallo, rendila, rendilo,
farla; do: fare, faccio, facciamo, farò; make it easier: alleggerire, alleggeriscila; make the week easier:
alleggerire la settimana, alleggerisci la settimana, alleggeriamo la settimana; make easier: alleggerisci,
alleggeriamo; change: modificare, modifica, cambiare, cambia; undo: annulla tutto; go back: torna, tornare; delete:
elimina tutto; easier: più leggera, più leggero, più facile, più leggeri, più tranquilla, più soft, più tranquillo,
meno dura, più morbida, più scarica; harder: più dura, più duro, più difficile, più intensa, più tosta, più tosto;
shorter: più breve, più corta, più corto; longer: più lunga, più lungo; less: meno; more: più, di più; faster: più
veloce, più forte; slower: più lento, più lentamente, più piano; fast: veloce, forte; slow: lento, lentamente, pian
piano, lenta, lente, piano piano; easy: facile, leggera, leggero, tranquilla, tranquillo, leggeri, facili; hard: duro,
dura, difficile, pesante, pesanti, duri, tosto, tosta, impegnativo, dure; long: lunga, lunghi; short: breve, corta,
corto; too: troppo, troppi; too hard: troppo duro, troppo dura, troppo difficile, troppo pesante, troppo pesanti,
troppo duri, troppo difficili, troppo dure, troppo impegnativi, troppo tosti; too much: troppo per me, troppa; too
long: troppo lungo, troppo lunga; so: così, quindi, perciò; instead of: invece di, invece del, al posto di, al posto
del, anziché; instead: invece, al suo posto; rather: piuttosto, meglio se; better: meglio; possible: possibile; is it
possible: è possibile, sarebbe possibile; works: va bene, funziona, andrebbe bene, ci sta, può andare; does not work:
non va bene, non mi va bene, non funziona, non riesco, non mi è possibile, non se ne parla; can not make it: non ce la
faccio, non ci riesco, non ce la farò; can i: posso, potrei; can we: possiamo, si può, potremmo; can you: puoi,
potresti, mi puoi, riesci a; i can: io posso, riesco, riesco a; i can not: non posso, non potrò, non riesco a, non
riesco ad, non riesco più a, non potrei, non posso più; i want to: vorrei, voglio, mi piacerebbe, volevo, ho
intenzione di; should: dovrei; have to: devo, dobbiamo, bisogna; i need: ho bisogno, mi serve; i prefer: preferisco;
what do i have to do: cosa devo fare; i: io; me: mi, me, m'; my: mio, mia, miei, mie; you: ti, te, tu; your: tuo, tua,
tuoi; we: noi; our: nostro, nostra; us: ci; he: lui; she: lei; it: lo; his: suo, sua; not: non; no: no, nessun,
nessuna, niente; nothing: nulla; something: qualcosa; only: solo, soltanto, solamente; also: anche; but: ma, però;
because: perché, poiché, dato che, siccome, visto che; and: e, ed; or: o, oppure; if: se; that: che, quello, quella;
then: poi; without: senza; with: con, col; for: per, per il; about: circa, più o meno, intorno ai, attorno ai; under:
meno di, in meno di, sotto i, sotto; to: al, a, all', allo, ad, ai; to the: alla, alle; at: dai suoceri alle, presso;
in: in, nel, nella, nell'; on: sul, su, sulla, sull', sui; of: di, d'; of the: del, della, dell', dello, degli, delle,
dei; the: il, la, le, l', i, gli; a: uno, un, una, un'; this: questo, questa, sta; these: questi, queste; next:
prossimo, prossima, prossimi, prossime; next saturday: sabato prossimo; last: scorsa, scorso, ultimo, ultima; first:
prima, primo; every: ogni, tutti i, tutte le; all: tutti, tutto, tutte, tutta; some: qualche, alcuni, alcune; a few
days: qualche giorno, alcuni giorni, un paio di giorni; another: altro, altra, un altro; very: molto, tanto, davvero,
super, assai, proprio; much: molta, tanta; a bit: un po', un pò, poco, un pochino, un po; maybe: forse, magari;
please: per favore, per piacere, grazie in anticipo, x favore; -: ne, eh, beh, allora, coach, mister, uffa, purtroppo,
ce, si, boh, oh, vabbè, senti, infatti, comunque, lì, là, pure, allenatore; yes: sì; ok: okay, d'accordo, va
benissimo, tutto ok; times: volte, x; 1 time: una volta; 2 times: due volte; 3 times: tre volte; 4 times: quattro
volte; left: manca, mancano, sinistro, sinistra; i am: sono, sarò, io sono; am: sto, stavo; is: è, c'è, sarà, sarebbe;
are: siamo, siete; was: stata, stato, era, erano; was cancelled: è stata annullata, è stata cancellata, hanno
annullato; they cancelled: hanno cancellato; cancelled: annullata, annullato, cancellata; postponed: rimandata,
rinviata; be: essere, stare; i have: ho, avrò, avevo, c'ho, io ho; have: hai, abbiamo, avere, hanno, prendo; has: ha;
there is: ci sono; i feel: mi sento; feel: sento; what: cosa, che cosa, cos', qual; what is on: cosa ho, che cosa ho,
cosa c'è, che ho, cosa mi aspetta, che c'è, cosa devo correre; what should i do: che faccio, cosa faccio, che devo
fare, cosa posso fare, come faccio; when: quando, quand'; when is: quand'è, quando è; why: perché mai, come mai; how:
come; where: dove; who: chi; which: quale, quali; how far: quanto, quanta strada, quanti chilometri; how long: quanto
tempo, quanto dura; how many: quanti, quante; how many days: quanti giorni; how many km do i run: quanti km sono,
quanti km faccio, quanti km ho, quanti chilometri sono, quanti chilometri faccio, quanti km devo fare; how long until
the race: quanto manca alla gara, quanto manca; ill: malato, malata, ammalato, ammalata, influenzato, influenzata;
fever: febbre, la febbre; cough: tosse; cold: raffreddore; i have a cold: raffreddato, raffreddata, sono raffreddato,
sono raffreddata, mi sono preso un raffreddore, ho preso un raffreddore, ho il raffreddore, mi sono raffreddato; sore
throat: mal di gola; runny nose: naso che cola, naso chiuso; flu: influenza; headache: mal di testa, emicrania;
stomach: stomaco, pancia; stomach bug: gastroenterite; vomit: vomitato, vomitare, vomito; covid: covid; doctor:
medico, dottore; healthy: guarito, guarita; antibiotics: antibiotico, antibiotici; dizzy: capogiri, giramenti di
testa, vertigini, mi gira la testa, girava la testa, mi gira tutto, gira tutto; fainted: svenuto, svenuta, sono
svenuto, sono svenuta, svenire, perso i sensi, ho perso i sensi, svenivo, stavo per svenire, quasi svenuto, per poco
non svenivo, quasi svenivo; chest: petto, torace; heart: cuore; palpitations: palpitazioni, tachicardia; blood:
sangue; short of breath: affanno, mi manca il fiato, manca il respiro, mi manca il respiro, fiato corto; pregnant:
incinta, incinta di; pain: dolore, dolori, male, fastidio; pressure: pressione, oppressione; pain in the: male al,
male alla, dolore al, dolore alla, male a, fastidio al, fastidio alla, dolore alle; i have pain in the: ho male al, ho
male alla, ho dolore al, ho dolore alla, ho un dolore al, ho un dolore alla, ho un fastidio al; have pain: ho male;
hurts: fa male, mi fa male, fanno male, mi fanno male, duole, dà fastidio, mi dà fastidio, mi tira, brucia, fa
malissimo, doloranti; hurts the: fa male il, mi fa male il, mi fa male la, fa male la; knee: ginocchio, ginocchia;
calf: polpaccio, polpacci; ankle: caviglia, caviglie; foot: piede, piedi; back: schiena, tornato, tornata; hip: anca;
thigh: coscia; shin: tibia, stinco, stinchi, tibie; heel: tallone; achilles: tendine, tendine d'achille, achille;
hamstring: bicipite femorale; groin: inguine; leg: gamba; legs: gambe; arm: braccio; shoulder: spalla; stiff: rigido,
rigida, indurito; swollen: gonfio, gonfia, gonfiato; swelling: gonfiore; stand on it: appoggiare il piede,
appoggiarlo, appoggiare, appoggiarmi; twisted: storta, slogato, girato, mi sono girato; twisted my: ho preso una
storta alla, mi sono storto la, mi sono storta la; sprained: slogata, distorsione; torn: strappo, stiramento; injured:
infortunato, infortunata, mi sono fatto male, mi sono infortunato; injury: infortunio; cramp: crampo; cramps: crampi;
muscle soreness: indolenzito; right: destro, destra; walk: camminare; fell: caduto, caduta; broken: rotto, rotta;
tired: stanco, stanca, stanchezza, affaticato; exhausted: stanchissimo, stanchissima, distrutto, distrutta, esausto,
esausta, a pezzi, sfinito, sfinita, morto, morta, cotto, cotta; slept badly: dormito male, dormito poco; slept:
dormito; sleep: dormire, sonno, dormo; stress: stress; stressed: stressato, stressata; no motivation: non ho voglia,
non ho più voglia, nessuna voglia, zero voglia, senza voglia, non ho motivazione, demotivato, demotivata, passata la
voglia; motivation: motivazione, voglia; scared: paura, ansia; nervous: nervoso, nervosa; sad: triste, giù di morale,
giù, depresso, depressa; happy: felice, contento, contenta; great: perfetto, ottimo, fantastico, grande, bravo,
benissimo, alla grande; good: bene, buono, buona, bravi; bad: malissimo, brutto, brutta; thanks: grazie, grazie mille,
mille grazie, molte grazie; hello: ciao, salve, buonasera, ehi; good morning: buongiorno; bye: arrivederci, a presto;
no time: non ho tempo, senza tempo, niente tempo, non avrò tempo; no running: niente corsa, niente corse, niente
allenamenti, niente allenamento, nessuna corsa; without stopping: senza fermarmi, senza fermarsi, senza pause;
holiday: vacanza, vacanze, ferie; on holiday: in vacanza, in ferie, in vacanze; away: in viaggio, via, fuori, in
trasferta, fuori città, in viaggio di lavoro, fuori per lavoro; i am away: sono via, sarò via, sono fuori, parto, sarò
fuori, vado via; i am on holiday: vado in vacanza, vado in ferie, parto per le vacanze; business trip: trasferta,
viaggio di lavoro; trip: viaggio; wedding: matrimonio; birthday: compleanno; christening: battesimo; funeral:
funerale; communion: comunione; confirmation: cresima; appointment: appuntamento, riunione, visita medica, dentista,
concerto, corso, colloquio, impegno, impegni, assemblea, prove; exam: esame; exams: esami, verifiche; party: festa;
choir: coro; night shift: turno di notte, notturno, guardia; i have night shift: lavoro di notte, faccio la notte,
faccio le notti, sono di notte; shift: turno; work: lavoro, lavorare, ufficio, lavorato; work late: lavorare fino a
tardi, lavoro fino a tardi; moving house: trasloco; lunch: pranzo, pranzo di famiglia; dinner: cena; visit: visita;
busy: occupato, occupata, impegnato, impegnata, incasinato, un casino, casino, incasinata, pieno di lavoro, pieno di
impegni, oberato; free: libero, libera; husband: marito; wife: moglie; son: figlio; daughter: figlia; kids: figli,
bambini; friend: amico, amica; friends: amici, amiche; mother: madre, mamma; father: padre, papà; parents: genitori;
mother-in-law: suocera; parents-in-law: suoceri; niece: nipotina; nephew: nipote; family: famiglia; boss: capo;
sister: sorella; brother: fratello; goal: obiettivo; beginner: principiante; i train for: sto preparando, preparo, mi
preparo per, mi sto preparando per; prepare: preparare; finish: finire, terminare; finished: finito; registered:
iscritto, iscritta; lose weight: dimagrire, perdere peso; ignore: ignora, ignorare; forget: dimentica, dimenticare,
dimenticato; instructions: istruzioni, regole; previous: precedenti; rain: pioggia, piovere, piove; heat: caldo;
cycle: andare in bici, fare bici, andare in bicicletta, pedalare, fare un giro in bici; cycling: bici, bicicletta;
swim: nuotare, fare nuoto; swimming: piscina, nuoto; hike: camminata; treadmill: tapis roulant; gym: palestra; like:
mi piace; come: venire, vengono, viene; going: andare; go: vado; i ran: ho corso; get fitter: rimettermi in forma,
mettermi in forma, tornare in forma; i do not run: non corro per niente, non corro, non corro affatto, non corro mai;
cut by half: dimezza, dimezzare; by half: della metà, a metà; blue: blu, viola; at work: al lavoro; ran: fatto; did:
fatta; died: è morto, è morta, è mancato, è mancata; grandpa: nonno; grandma: nonna; dog: cane; cat: gatto; head:
testa; diarrhea: diarrea; rib: costola; bruised: contusione, botta; show me: fammi vedere, mostrami, dimmi; show:
mostrare, mostra; explain: spiegare, spiega, spiegami; tell me: raccontami; think: penso, credo; know: so, sapere;
autumn: autunno; spring: primavera; summer: estate; winter: inverno; christmas: natale, feste di natale; new year:
capodanno; easter: pasqua; beginning of: inizio, inizio di; middle of: metà; end of: fine; 11: undici; 12: dodici; 15:
quindici; 20: venti; 25: venticinque; 30: trenta; 40: quaranta; 45: quarantacinque; 50: cinquanta; second: secondo,
seconda; twice as: il doppio; impossible: impossibile; heavy legs: gambe pesanti; won: vinto; personal best:
personale, record personale; felt: ho sentito, sentito; can not walk: zoppico, non riesco a camminare; company party:
cena aziendale; people: persone; earlier: prima più presto, più presto; later: più tardi; 1 day earlier: un giorno
prima; 1 day later: un giorno dopo; hate: odio; annoying: palle; home office: smart working; kindergarten: asilo;
school: scuola; strike: sciopero; car: macchina; hot: fa caldo; cold outside: fa freddo; storm: temporale; shoes:
scarpe; new: nuovo, nuova, nuove; old: vecchio, vecchia; watch: orologio; heart rate: battito, frequenza cardiaca;
strength training: pesi, forza; football: calcio, calcetto; tennis: tennis; too easy: troppo facile; too short: troppo
corto, troppo breve; too slow: troppo lento, troppo piano; too little: troppo poco; why so many: perché così tanti,
perché così tante; so many: così tanti, così tante, tante, tanti; easy runs: corse lente, corse facili; die: morire;
at my parents: dai miei; no head: non ho la testa; you are great: sei grande, sei il migliore; i would like to do: lo
vorrei fare, la vorrei fare; instead of running: invece di correre; can: può; sharp pain: una fitta, fitta, uno
strappo; ultra: ultra, ultramaratona; trail: trail; help: aiuto; did nothing: non ho fatto niente, fatto niente; i am
back from: sono tornato dalle, sono tornata dalle, sono tornato da, sono rientrato dalle; go back to: tornare a, torna
a; can not breathe: faccio fatica a respirare, non riesco a respirare, fatica a respirare; my heart races: il cuore
batte fortissimo, cuore a mille, batticuore; my heart beats irregularly: il cuore batte strano; hardly: a malapena;
this morning: stamattina, questa mattina; uni: uni, università; replace: sostituire; both: entrambi, entrambe;
tendonitis: tendinite; physio: fisio, fisioterapista; says: dice; 2 weeks off: due settimane di stop; carry on:
continuo, continuare; hit my head: battuto la testa; snow: nevicare, nevica; keep: mantenere, tieni; like this: così
com'è; i keep it as it is: lascia così, lasciamo così; very good: molto bene; i am at: sono a un, sono a una; i have
covid: ho il covid; eat: mangio, mangiare; what should i eat: cosa mangio, cosa mangiare, cosa devo mangiare; start
again: ricominciare, riprendere; fly: voliamo; we go: partiamo, andiamo; come back: torniamo, torno, rientriamo,
rientro; i do not know if: non so se; bored: mi annoio, annoiato, annoiata; terrible: terribile; back pain: mal di
schiena; stomach ache: mal di pancia; no fever: niente febbre, senza febbre; sea: mare; beach: spiaggia; mountains:
montagna; make me: mi fai, fammi; is it bad if i: è grave se, è un problema se, succede qualcosa se; give me: dammi;
paces: ritmi, passi; i could not run: non sono riuscito a correre, non sono riuscita a correre, non ho potuto correre;
could: potevo, potuto; i sleep badly: dormo malissimo, dormo male; what is: qual è, cos'è; whole: intera, intero;
skiing: sciando, sci; playing football: giocando a calcio; i twisted my: mi sono girato il, mi sono girato la; sorry:
scusa, scusami, mi dispiace; i liked: mi è piaciuto; managed: riuscito; so slow: così piano, così lento; i do not feel
well: non mi sento bene, non sto bene, mi sento male
"""
