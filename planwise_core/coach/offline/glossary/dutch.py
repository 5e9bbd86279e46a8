"""Dutch as runners write it; `glossary` says how to read the table."""

CALENDAR = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
september oktober november december een twee drie vier vijf zes zeven acht negen tien
"""

WORDS = """
today: vandaag; tomorrow: morgen; overmorrow: overmorgen; yesterday: gisteren, gister; the day before yesterday:
eergisteren; tonight: vanavond; in the morning: s ochtends, 's ochtends, s morgens, 's morgens, in de ochtend;
morning: ochtend; evening: avond; in the evening: s avonds, 's avonds; afternoon: middag; in the afternoon: s middags,
's middags; night: nacht; weekend: weekend, weekeind; weekends: weekenden, weekends; week: week; weeks: weken; day:
dag; days: dagen; month: maand; months: maanden; year: jaar; years: jaren; this week: deze week; next week: volgende
week, komende week, aankomende week; last week: vorige week, afgelopen week; a week: per week, in de week, wekelijks,
elke week, / wk; minutes: minuten, min; hours: uur, uren; 60 minutes: een uur, uurtje; 30 minutes: halfuur, een half
uur, half uur; time: tijd; now: nu, momenteel, op dit moment, op het moment; early: vroeg; since: sinds, al; until:
tot, tot en met, t/m; from: van, vanaf, uit; from now on: vanaf nu, voortaan; again: weer, opnieuw; always: altijd;
never: nooit, nooit meer; after: na; before: voordat, voor de; between: tussen; later: later; during: tijdens; half
marathon: halve marathon, halve, hele halve; marathon: marathon; km: kilometer, kilometers, kms; race: wedstrijd,
wedstrijden, loopevenement; run: lopen, rennen, hardlopen, loop, loopje, training, hardloop, ren, trainen,
looptraining, rondje, sessie, loopt mee, duurloopje, traininkje; runs: loopt, trainingen, loopjes, looptrainingen;
ran: gelopen, gerend, liep; train: train, trein; thursday's run: donderdagloop; long run: lange duurloop, lange loop,
duurloop, lange training, lange afstand, lange duurlopen; longest run: langste loop, langste duurloop; longest:
langste, verste; easy run: rustige duurloop, rustige loop, herstelloop; tempo: tempoloop; intervals: intervallen,
interval, intervaltraining; pace: tempo, snelheid; what pace: welk tempo, wat voor tempo, welke snelheid; at what
pace: in welk tempo, met welk tempo, op welk tempo; plan: schema, trainingsschema, plan, plannen; rest: rust, rust
nemen, rusten; rest day: rustdag; move: verplaats*, verzet*, verschuif*, verschuiv*, schuif*, schuiven, opschuiven,
verleggen, vervroegen, verplaatst; swap: ruil*, omwissel*, wissel*, omruil*; skip: overslaan, sla over, sla,
vervallen, overgeslagen laten, skippen, laten vallen, skip, laat vallen, oversla; cancel: schrap*, annuleer*,
annuleren, afzeggen, weghalen, haal weg, cancelen; cancelled: geannuleerd, afgelast, gecanceld, geschrapt, afgezegd;
is cancelled: gaat niet door; was cancelled: is afgelast, is geannuleerd, is afgezegd, werd afgelast; postponed:
uitgesteld; shorten: inkort*, kort in; reduce: verminder*, verlaag*, afbouwen, afschalen, terugschroeven; increase:
verhoog*, verhogen; add: toevoeg*, voeg; change: wijzig*, verander*, aanpas*, pas aan; delete: verwijder*, wis; undo:
ongedaan, maak ongedaan; put: zetten, leg, zet; make: maak, maken; do: doen, doe; leave: laat, laten; easier:
lichter*, makkelijker*, rustiger*, gemakkelijker, relaxter; a bit easier: wat rustiger, iets rustiger, wat lichter,
wat makkelijker, iets lichter; harder: zwaarder*, moeilijker, pittiger, zwaarder; shorter: korter*; longer: langer*;
less: minder; more: meer; faster: sneller; slower: langzamer; fast: snel; slow: langzaam; easy: makkelijk, rustige,
licht, lichte, gemakkelijk, rustig; hard: zwaar, zware, pittig, moeilijk, intensief; long: lang, lange, ver; short:
kort, korte; enough: genoeg; too hard: te zwaar, te moeilijk, te pittig, te heftig, te intensief; too much: te veel,
teveel; too long: te lang, te ver; too fast: te snel; to: naar, te, tot aan; instead: in plaats daarvan; instead of:
in plaats van, ipv; rather: liever; better: beter; possible: mogelijk; works: lukt, gaat, past, kan wel, kan het op,
komt uit; does not work: lukt niet, gaat niet, past niet, komt niet uit, lukt me niet, gaat niet lukken, kan niet
doorgaan, gaat me niet lukken, komt slecht uit; can not make it: red het niet, red ik niet, haal het niet; is it
possible: is het mogelijk, zou het kunnen, kan dat; can it be: kan het; can i: kan ik, mag ik; could i: zou ik, zou ik
kunnen; can we: kunnen we, kunnen wij, zullen we; can you: kun je, kan je, kunt u, wil je, zou je, kan jij, zou je
kunnen; i can: ik kan; can: kan, kunnen, mag, kun; i can not: ik kan niet, kan ik niet; can not: kan niet; want to:
wil, willen, wilde, wou; should i: moet ik dan; do i have to: moet ik; have to: moet, moeten; should: zou moeten;
would: zou, zouden; will: zal, ga, word, gaan, wordt; i: ik; me: mij, me; my: mijn, m'n, mn; you: je, jij, jou, u;
your: jouw; we: we, wij; us: ons; our: onze; he: hij; she: zij, ze; his: zijn vriend z'n; it: het is dat, hem; her:
haar; not: niet, nie, niet meer, niet echt; no: geen, nee; nothing: niets, niks; only: alleen, slechts, maar alleen,
maar; also: ook; because: want, omdat; so: dus, daarom, zo; and: en; or: of; if: als; whether: dat of; that: dat, die;
then: dan, daarna; without: zonder; with: met; for: voor; about: ongeveer, zo'n, rond, rond de, circa, zon, een stuk
of; under: onder, onder de, binnen; over: over; on: op, aan; in: in; at: bij, om; of: van de; from the: vanaf de; the:
de, het; a: een, 'n; this: dit, deze; these: deze dagen; next: volgende, komende, aankomende, aanstaande; last:
vorige, afgelopen, laatste; first: eerste; my first: mijn eerste; every: elke, iedere; all: alle; everything: alles;
some: enkele, een paar, paar; a few days: een paar dagen, paar dagen; much: veel; many: vele; a lot: een hoop; very:
heel, erg, zeer, echt, super, mega, best wel, behoorlijk, nogal; totally: helemaal, compleet, volledig; a bit: een
beetje, beetje, iets; maybe: misschien, eventueel; please: alsjeblieft, graag, aub, alstublieft, svp, ajb; -: er, nog,
wel, even, toch, eens, hoor, he, joh, coach, trouwens, helaas, eigenlijk, nou, oh, ach, sorry, gewoon, zelf, ff, maar
even, dus nu, zeg, hè, zien, trainer; yes: ja, jawel, jazeker; ok: oké, okee, is goed, prima, oké dan; times: keer, x,
maal; 1 time: een keer, één keer; 2 times: twee keer; 3 times: drie keer; 4 times: vier keer; two: tweemaal; is: is,
staat, wordt het, staat er; are: zijn; am: ben, zit; was: was, werd; were: waren; been: geweest; be: wezen; i have: ik
heb, heb ik, ik had; i am: ik ben, ben ik; i run: loop ik, ik loop; have: heb, hebben, hebt, krijg; has: heeft; had:
had; there is: er is; busy: druk, het druk, drukke, volgepland, bezet, gekkenhuis, veel stress; i am busy: heb ik het
druk, ik heb het druk; what: wat voor, wat; what is on: wat staat er op het programma, wat staat er, wat moet ik doen,
wat heb ik; what now: wat nu; when: wanneer; why: waarom; how: hoe; how far: hoe ver, hoeveel km moet ik, hoeveel
kilometer moet ik; how long: hoe lang, hoelang; how many: hoeveel; how many days: hoeveel dagen; how fast: hoe snel,
hoe hard; how many km do i run: hoeveel km is het, hoeveel km loop ik, hoeveel kilometer is het, hoeveel kilometer
loop ik, hoeveel km staat er; which: welke, welk; what day: welke dag; where: waar; who: wie; on the programme: op het
programma; planned: gepland; feel: voel, voel me; i feel: ik voel me, ik voel mij; ill: ziek, beroerd; fever: koorts,
graden koorts; cough: hoest, hoesten; cold: verkoudheid, kou; i have a cold: verkouden, ben verkouden, ik ben
verkouden, kou gevat; caught: te pakken, opgelopen; sore throat: keelpijn, zere keel; runny nose: loopneus, verstopte
neus, snotneus; flu: griep; headache: hoofdpijn, migraine; stomach: maag, buik; stomach bug: buikgriep; vomit:
overgegeven, braken, kotsen, kots, spuug; sick: misselijk; covid: corona; doctor: dokter, huisarts, arts; healthy:
gezond, beter geworden; antibiotics: antibiotica; dizzy: duizelig, draaierig, alles draait; fainted: flauwgevallen,
flauw gevallen, bewusteloos, van mijn stokje, onderuit, flauw, viel flauw, viel bijna flauw, flauwviel, bijna flauw;
chest: borst, borstkas; heart: hart; palpitations: hartkloppingen; blood: bloed; short of breath: kortademig, benauwd;
pregnant: zwanger; pain: pijn, last; chest pain: pijn op de borst, pijn in mijn borst; pain in: last van, pijn in,
pijn aan; pressure: druk op; hurts: doet pijn, doen pijn, steekt, trekt, pijnlijk, doet veel pijn, doen zeer, doet
zeer; hurt: bezeerd; knee: knie, knieën; calf: kuit, kuiten; ankle: enkel*; foot: voet, voeten; shin: scheenbeen,
schenen; hip: heup; back: rug, onderrug, terug; thigh: dij, bovenbeen; heel: hiel, hak; achilles: achillespees,
achilles; hamstring: hamstring, hamstrings; groin: lies; leg: been; legs: benen; arm: arm; shoulder: schouder; toe:
teen; stiff: stijf; swollen: dik, gezwollen, opgezet, opgezwollen; swelling: zwelling; stand on it: op staan, erop
staan, er op staan, op steunen; stand: staan; twisted: omgezwikt, verzwikt, gezwikt, verdraaid; sprained: verstuikt;
torn: gescheurd; injured: geblesseerd; injury: blessure; cramp: kramp; muscle soreness: spierpijn; left: links,
linker; right: rechts, rechter; walk: wandelen; fell: gevallen; broken: gebroken; tired: moe, vermoeid; exhausted:
uitgeput, kapot, gesloopt, doodop, bekaf, gaar, stuk; slept badly: slecht geslapen, weinig geslapen; slept: geslapen;
sleep: slaap, slapen; stress: stress; stressed: gestrest; no motivation: geen zin, geen motivatie, nul motivatie,
weinig zin, ongemotiveerd; motivation: motivatie, zin; motivated: gemotiveerd; scared: bang; nervous: zenuwachtig,
nerveus; sad: verdrietig, er doorheen, doorheen, somber, down; happy: blij; great: top, geweldig, perfect, fijn, mooi,
leuk; good: goed, goede, lekker; not well: niet goed, niet lekker; bad: slecht; thanks: bedankt, dank, dank je,
dankjewel, dank je wel, thx, dankje, dank u; hello: hallo, dag coach, goedemiddag; hi: hoi, hey, hai; good morning:
goedemorgen; bye: doei, tot ziens; missed: gemist, overgeslagen; no time: geen tijd; no running: geen training, geen
trainingen; without stopping: zonder te stoppen, zonder stoppen, zonder pauze, aan een stuk; holiday: vakantie; on
holiday: op vakantie, met vakantie; away: weg, op reis, op zakenreis, voor werk weg, het land uit; trip: reis;
business trip: zakenreis; skiing: op wintersport, wintersport, skiën; wedding: bruiloft, trouwerij; birthday:
verjaardag*, jarig; christening: doop; funeral: begrafenis, crematie, uitvaart; communion: communie; appointment:
afspraak, vergadering, ouderavond, tandarts, cursus, concert, etentje, borrel, sollicitatie, overleg, repetitie; exam:
examen, tentamen, toets; exams: examens, tentamens, toetsen, toetsweek; party: feest, feestje, bbq, kerstborrel;
choir: koor; night shift: nachtdienst, nachtdiensten, nachtwacht; early shift: vroege dienst; late shift: late dienst;
shift: dienst; work: werk, werken, baan, kantoor, gewerkt; work late: overwerken; moving house: verhuizing, verhuizen;
lunch: lunch, lunchen; dinner: diner, eten, avondeten; visit: bezoek, visite; free: vrij, vrije; husband: man; wife:
vrouw; son: zoon; daughter: dochter; kids: kinderen, kids; friend: vriend, vriendin; friends: vrienden; mother:
moeder, ma; father: vader; parents: ouders; mother-in-law: schoonmoeder; parents-in-law: schoonouders; niece: nichtje,
nicht; nephew: neefje, neef; family: familie; boss: baas; sister: zus; brother: broer; goal: doel; beginner: beginner,
beginneling; i train for: ik train voor, train voor; prepare for: voorbereiden op; finish: uitlopen, halen, finishen;
finished: klaar; registered: ingeschreven, aangemeld; lose weight: afvallen; ignore: negeer, negeren; forget: vergeet,
vergeten; instructions: instructies, regels, opdrachten; previous: vorige instructies, eerdere; come: komen langs,
komen, komt, langs, kom; rain: regen, regenen, regent; snow: sneeuw, sneeuwen; ice: gladheid; heat: hitte; cycle:
fietsen, gaan fietsen, wielrennen; cycling: fiets; swim: zwemmen, gaan zwemmen; hike: hiken; treadmill: loopband; gym:
sportschool; stop: stoppen; old: oud, oude; get fitter: fitter worden, fit worden, in vorm komen; i do not run: loop
nu helemaal niet, loop nog niet, loop nu niet, loop niet, ik loop nog niet, ik loop nu niet; cut by half: halveer,
halveren; half: helft, de helft; by half: voor de helft; blue: blauw; at work: op het werk, op werk; fits: past in;
died: overleden, is overleden, gestorven, dood; grandpa: opa, grootvader; grandma: oma, grootmoeder; dog: hond; cat:
kat; head: hoofd; diarrhea: diarree; rib: rib; bruised: gekneusd, kneuzing; show me: laat me zien, laat zien, toon,
laat me; show: tonen; explain: uitleggen, leg uit; tell me: vertel, zeg me; think: denk, vind; know: weet, weten;
autumn: herfst, najaar; spring: lente, voorjaar; summer: zomer; winter: winter; christmas: kerst, kerstmis; new year:
oud en nieuw, nieuwjaar; easter: pasen; beginning of: begin; end of: eind, einde; 11: elf; 12: twaalf; 15: vijftien;
20: twintig; 25: vijfentwintig; 30: dertig; 40: veertig; 45: vijfenveertig; 50: vijftig; second: tweede; twice as:
dubbel; impossible: onmogelijk; heavy legs: zware benen; won: gewonnen; personal best: pr, persoonlijk record; felt:
voelde, gevoeld; can not walk: mank, strompel; company party: bedrijfsuitje, personeelsfeest; people: mensen; earlier:
eerder, vroeger; 1 day earlier: een dag eerder; 1 day later: een dag later; like: hou van, vind leuk; hate: haat;
annoying: stom, vervelend; home office: thuiswerken; kindergarten: opvang, kinderopvang; school: school; strike:
staking; car: auto; hot: warm, heet; cold outside: koud; storm: storm, onweer; shoes: schoenen; new: nieuw, nieuwe;
watch: horloge; heart rate: hartslag; strength training: krachttraining; football: voetbal; tennis: tennis; too easy:
te makkelijk, te licht; too short: te kort; too slow: te langzaam; too little: te weinig; why so many: waarom zoveel;
so many: zoveel; easy runs: rustige loopjes, rustige lopen; die: sterven; i am away: ben ik weg, ik ben weg; at my
parents: bij mijn ouders; no head: geen hoofd; you are great: je bent top, je bent de beste; i would like to do: wil
ik graag doen; instead of running: in plaats van lopen, in plaats van hardlopen; only 2 days: maar twee dagen; i want
to: wil ik, ik wil; sharp pain: scheut, een scheut, steek; ultra: ultra; trail: trail; help: hulp; done: gedaan; did
nothing: niks gedaan, niets gedaan; i am back from: ik ben terug van, ben terug van, terug van; go back to: ga terug
naar, terug naar; can not breathe: amper lucht, geen lucht, moeilijk ademen; my heart races: mijn hart gaat tekeer,
hart gaat tekeer, hart bonst; my heart beats irregularly: mijn hart slaat over; hardly: amper, nauwelijks; this
morning: vanochtend, vanmorgen; uni: uni, studie; replace: vervangen, vervang; both: beide; tendonitis:
peesontsteking; physio: fysio; says: zegt; 2 weeks off: twee weken rust; carry on: doorgaan, verder; hit my head:
hoofd gestoten; keep: houden; i keep it as it is: laat maar zo, houden we zo; very good: heel goed; i am at: ben ik op
een; i have covid: heb corona; eat: eet, eten voor; what should i eat: wat eet ik, wat moet ik eten; start again: weer
beginnen, weer starten, weer lopen; fly: vliegen, vlieg; we go: gaan we, we gaan; come back: komen terug, zijn we
terug, kom terug, ben ik terug; i do not know if: weet niet of, ik weet niet of; bored: verveel, verveel me, ik
verveel me; terrible: verschrikkelijk*, vreselijk*; back pain: rugpijn; stomach ache: buikpijn; no fever: koortsvrij;
only now: pas; sea: zee; beach: strand; mountains: bergen; make me: maak me; i am sad: zit er doorheen; is it bad if
i: is het erg als ik, is het erg als, maakt het uit als ik; give me: geef me, geef mij; paces: tempo's, tempos,
snelheden; i could not run: niet gelukt om te lopen, niet kunnen lopen; could: kon; i sleep badly: slaap slecht, slaap
heel slecht; what is: wat is; there: daar, daarheen; whole: hele; playing football: tijdens voetbal; sorry: het spijt
me; i liked: vond ik leuk; managed: gelukt; am stressed: heb stress; i do not feel well: ik voel me niet lekker, ik
voel me niet goed, voel me niet lekker
"""
