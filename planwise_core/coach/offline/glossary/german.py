"""German as runners write it; `glossary` says how to read the table."""

CALENDAR = """
montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september
oktober november dezember eins zwei drei vier fünf sechs sieben acht neun zehn
"""

WORDS = """
today: heute; tomorrow: morgen; overmorrow: übermorgen; yesterday: gestern; the day before yesterday: vorgestern;
tonight: heute abend; in the evening: abends, am abend; in the morning: morgens, am morgen, in der früh, vormittags;
evening: abend, feierabend; afternoon: nachmittag; noon: mittag, mittags; night: nacht; in the afternoon: nachmittags;
weekend: wochenende, we; weekends: wochenenden; week: woche; weeks: wochen; day: tag, tages; days: tage, tagen; month:
monat; months: monate, monaten; year: jahr; years: jahre, jahren; saturday: sonnabend, sa; tuesday: di; monday: mo;
wednesday: mi; thursday: do, don; friday: fr; january: jänner; february: feber; new year: silvester, neujahr; this
week: diese woche, in dieser woche; next week: nächste woche, kommende woche, in der nächsten woche, nächster woche;
last week: letzte woche, vorige woche; a week: pro woche, in der woche, wöchentlich, /woche, je woche; minutes:
minuten; minute: minute; hours: stunden; 60 minutes: stunde, eine stunde; 30 minutes: halbe stunde; 90 minutes:
anderthalb stunden, eineinhalb stunden; time: zeit, uhrzeit; now: jetzt, gerade, nun, zur zeit, zurzeit, momentan, im
moment, aktuell, derzeit; later: später, nachher; early: früh; since: seit; until: bis, bis zum, bis einschließlich;
from: von, vom, ab, aus; from now on: ab jetzt, ab sofort, in zukunft, künftig; again: wieder, nochmal; always: immer,
grundsätzlich; never: nie, niemals, nie mehr, nie wieder, nie nie; half marathon: halbmarathon, halbmarathons, halben
marathon, hm, halben; marathon: marathon, marathons, mara; km: kilometer, kilometern, kilometers; km a week:
wochenkilometer, wochenkilometern, km pro woche; race: rennen, wettkampf, wettkampfs, wettkämpfe, lauf-event,
volkslauf, nikolauslauf, silvesterlauf, osterlauf, firmenlauf, citylauf, stadtlauf, zehner lauf; run: lauf, laufen,
laufe, lauft, renne, joggen, jogge, laufens, einheit, trainingseinheit, training, lauftraining, trainings,
trainingslauf, trainingslaufs, joggingrunde, runde, session, mitlaufen, teilnehmen, trainieren; runs: läuft, läufe,
läufen, einheiten, trainingseinheiten, laufeinheiten, läufer; ran: gelaufen, lief, gejoggt, gerannt; train: trainier*,
zug; long run: langen lauf, lange lauf, langer lauf, langem lauf, langlauf, langen dauerlauf, langer dauerlauf, lange
einheit, longrun, lange laufen, langes laufen, lalauf, long-run; easy run: lockerer lauf, lockeren lauf, lockere lauf,
dauerlauf, dauerlaufs; tempo run: tempolauf, tempodauerlauf; intervals: intervall*, tempoläufe; pace: tempo,
geschwindigkeit, lauftempo; running shoes: laufschuhe; recovery run: regenerationslauf; 10 km: 10er, zehner; 5 km:
fünfer, 5er; plan: plan, trainingsplan, plans; longest: längster, längste, längsten, längstes, weitester, weiteste;
shortest: kürzeste, kürzester; move: verschieb*, verleg*, legen, leg, umleg*, vorzieh*, schieb*, umplanen, verschoben;
swap: tausch*, vertausch*; skip: ausfallen, auslassen, weglassen, ausfallen lassen, sausen, überspring*, ausfall,
sausen lassen, schwänz*, lass ausfallen; cancel: streich*, absagen, rausnehmen, rausnehm, canceln, streich; cancelled:
gestrichen, abgesagt, ausgefallen; skip the: lass den, lass die, lass das; is cancelled: fällt aus, fällt flach;
leave: lass, lasse; was cancelled: wurde abgesagt, ist abgesagt, wurde gecancelt, ist ausgefallen, wird abgesagt,
abgesagt worden; shorten: kürz, kürze, kürzen, verkürz*, einkürz*; reduce: reduzier*, runter, senken, runterfahren,
runterschrauben, drosseln; increase: steiger*, erhöhen; add: hinzufüg*, dazu, extra, zusätzlich; change: änder*,
umstellen, anpassen; delete: lösch*, entferne*; undo: rückgängig, mach rückgängig, zurücknehmen; put: pack*, setz,
setze, stell; make: mach, mache, machst, gestalte; do: machen, tun, tu, absolvier*, schaffen; easier: leichter*,
einfacher*, lockerer, lockrer, entspannter, ruhiger, sanfter; harder: härter*, schwerer, schwieriger, anspruchsvoller;
shorter: kürzer*, kürzer, kürzere, kürzeren; longer: länger*; less: weniger, wenig; more: mehr; faster: schneller*;
slower: langsamer*; fast: schnell*; slow: langsam*; easy: locker*, leicht*, easy, entspannt, ruhig, lockere; hard:
anstrengend*, schwer*, hart*, heftig, stramm, intensiv, schwierig; long: lang, lange, langer, langen, weit; too hard:
zu anstrengend, zu hart, zu schwer, zu heftig, zu krass, überfordert; too much: zu viel, zuviel; too long: zu lang, zu
weit; short: kurz, kurze, kurzer, kurzen; enough: genug, ausreichend; is enough: reicht, reichen; different: anders,
anderer, andere; instead: stattdessen, dafür; instead of: statt, anstatt, anstelle von, an stelle von; rather: lieber,
eher; better: besser; possible: möglich; both: beide, beiden; can i: darf ich, dürfte ich, kann ich; can we: können
wir, könnten wir; can you: kannst du, könntest du, kannst, kannste, könnten sie, können sie, kriegst du, magst du,
würdest du; i can: ich kann; can: kann, können, könnt, darf; could: könnte, könnten, konnte; want to: will, möchte,
möcht, wollen, würde gern, würde gerne, wollte, hätte gern, mag; should i: soll ich, sollte ich; should: soll, sollte,
sollen, sollten; have to: muss, müssen, musst; do i have to: muss ich; can not: kann nicht, könnte nicht, schaff ich
nicht; i can not: ich kann nicht, kann ich nicht; is it possible: geht es, geht das, gehts, ginge das, wäre es
möglich, ist es möglich; works: geht, klappt, passt, ginge, funktioniert; does not work: geht nicht, klappt nicht,
passt nicht, geht bei mir nicht, passt mir nicht, haut nicht hin, wird nichts, klappt leider nicht, geht leider nicht;
can not make it: schaffe es nicht, schaff es nicht, schaffs nicht, schaffe ich nicht; can do: schaffe, schaff, schaff
ich; can not make: schaffe nicht; will: wird, werde, werden; would: würde, würden; would have: hätte; need: brauche,
bräuchte, brauch; i: ich; me: mir, mich; my: mein, meine, meinen, meiner, meinem, meins; you: du, dir, dich, euch;
your: dein, deine, deinen; we: wir; us: uns; our: unser, unsere; she: sie; he: er; it: es; his: seine; her: ihr, ihre;
not: nicht, nich, ned, net, nicht mehr, net mehr; no: kein, keine, keinen, keiner, keinerlei, nein, nee, nö; nothing:
nichts, nix; only: nur, bloß; also: auch; but: aber, jedoch; because: weil, da ich, denn ich; so: so, also, deshalb,
daher; and: und, u, sowie; or: oder, bzw; if: ob, falls; when: wenn, wann; that: dass; then: dann, danach; else:
sonst; as: als; without: ohne; with: mit, trotz; for: für, fürs, gegen; before: vor, vorm, bevor; after: nach, nachm,
nach dem; between: zwischen; about: ca, circa, ungefähr, etwa, rund, um die, so ungefähr, knapp, über; under: unter;
over: drüber; on: am, an, dran; in: in, im, ins; to: auf, zum, zu; to the: zur; at: bei, beim; on the run: beim
laufen, beim lauf, beim joggen; while running: während des laufens; the: der, die, das, den, dem, des; a: ein, eine,
einen, einem, einer, ne, nem, nen, 'nen, ner; this: diesen, dieser, diesem, dieses, diese; next: nächste*, kommende*,
nächste, nächsten, nächstes mal; last: letzte*, vorige*; first: erste*; my first: mein erster, meinen ersten; every:
jeden, jede, jedes; all: alle, allen, aller; everything: alles; some: einige, ein paar, paar; each: je; a few days:
ein paar tage, paar tage; many: viele, vielen; much: viel; very: sehr, echt, richtig, total, super, mega, voll,
ziemlich, wirklich, extrem, völlig, komplett; a bit: etwas, ein bisschen, bisschen, bissl, bisserl, n bisschen, ein
wenig, bissle; maybe: vielleicht, evtl, eventuell; please: bitte, bidde; -: leider, eigentlich, einfach, doch, denn,
noch, schon, halt, eben, ja mal, um, da, dann da, moin, gell, wohl, so ein, jetzt mal, nämlich, dort, hier, mal so,
gerne, gern, insgesamt, lieber coach, coach, jedenfalls, immerhin, ansonsten, trotzdem, nun mal, hey du, ach, oh,
naja, tja, ganz, alles zusammen, leider muss, verteilt, aufgeteilt, trainer; alone: allein, alleine; yes: ja, jo, jep,
jawohl; times: mal, x; 1 time: einmal; 2 times: zweimal; 3 times: dreimal; 4 times: viermal; 5 times: fünfmal; pro:
pro; and not: und nicht; is: ist, steht, wäre; are: sind; am: bin; was: war, waren, wurde, wurden; been: gewesen; be:
sein; i have: ich habe, ich hab, habe ich, hab ich; have: habe, hab, haben, hast, bekommen, kriege, gekriegt; has:
hat; had: hatte; is there: gibt es, gibts; is on: steht an, ansteht, ist dran; go: gehe, fahre, fahr, geh; what: was,
wat; what is on: was steht an, was ist dran, was liegt an, was habe ich, was hab ich; why: warum, wieso, weshalb; how
far: wie weit, wie lang, wie viel, wieviel; how long: wie lange; who: wer; where: wo; how many: wie viele, wieviele;
how many km: wie viele kilometer, wieviele kilometer, wieviel km, wie viel km, wie viele km, wieviel kilometer, wie
viel kilometer; how fast: wie schnell; what pace: welches tempo, welchem tempo, welcher pace, welche pace, was für ein
tempo, was für eine pace; which: welche*; what day: welchem tag, welcher tag; at what pace: in welchem tempo, mit
welchem tempo, mit welcher pace, in welcher pace; ill: krank, krankgeschrieben, flach; fever: fieber; 39 fever: 39
grad fieber; cough: husten, huste; i have a cold: erkältet; cold: erkältung, schnupfen; have a cold: bin erkältet;
sore throat: halsweh, halsschmerzen, hals kratzt, halskratzen; flu: grippe, grippalen infekt, infekt, grippaler
infekt; runny nose: nase läuft, nase zu; caught: eingefangen, erwischt; in bed: im bett; lie: liege; stomach: magen;
stomach bug: magen-darm, magen darm, darmgrippe, magendarm; sick: übel; vomit: kotz*, übergeb*, kotze; healthy:
gesund; fit: fit; covid: corona; antibiotics: antibiotika, antibiotikum; headache: kopfschmerzen, kopfweh, migräne;
doctor: arzt, ärztin, doktor; vaccinated: geimpft; vaccination: impfung; dizzy: schwindelig, schwindlig, schwummrig,
dreht sich alles, alles dreht sich; dizziness: schwindel; fainted: ohnmächtig, umgekippt, bewusstlos, kollabiert,
zusammengebrochen, zusammengeklappt; chest: brust, brustkorb, brustbein; heart: herz, herzen; blood: blut;
palpitations: herzstolpern, herzklopfen; breath: luft, atem; short of breath: atemnot, kurzatmig; chest pain:
brustschmerzen; pregnant: schwanger, schwangerschaft; pain: schmerz, schmerzen, stechen; stabbing pain: stechender
schmerz, stechenden schmerz; pressure: druck; numb: taub; arm: arm; head: kopf; neck: nacken; hurts: tut weh,
schmerzt, zwickt, zieht, muckt, macht probleme, macht zicken, tun weh, sticht, weh tut, wehtut, weh, tut, tut höllisch
weh, wehtun, weh nach; hurt: wehgetan; knee: knie, knies, kniescheibe; calf: wade*; ankle: knöchel, sprunggelenk*;
foot: fuß, füße; achilles: achillessehne, achilles; shin: schienbein*, schienbeine; hip: hüfte; back: rücken, kreuz,
zurück, wieder da; thigh: oberschenkel*; heel: ferse; hamstring: beuger; groin: leiste; toe: zeh, zeh*; shoulder:
schulter; legs: beine, beinen; leg: bein; sole: fußsohle; swollen: geschwollen, dick geschwollen, dick, angeschwollen;
swelling: schwellung; twisted my ankle: umgeknickt; stand on it: auftreten, drauf stehen, belasten; walk: gehen,
spazieren; sprained: verstaucht; torn: gerissen; pop: knall; injured: verletzt; injury: verletzung; muscle soreness:
muskelkater; cramp: krampf; cramps: krämpfe; stiff: steif; left: links, linke*; right: rechts, rechte*; fell:
gestürzt, hingefallen; broken: gebrochen; tired: müde, schlapp; exhausted: erschöpft, kaputt, fertig, k.o, im eimer,
am ende, platt, fix und fertig, total fertig, hinüber; slept badly: schlecht geschlafen, mies geschlafen, kaum
geschlafen; sleep: schlafe, schlaf, schlafen; slept: geschlafen; stress: stress; stressed: gestresst; no motivation:
keine lust, keinen bock, null bock, keine motivation, unmotiviert, kein bock, null motivation; motivation: motivation,
lust, bock; motivated: motiviert; scared: angst, schiss; nervous: nervös, aufgeregt; i feel sick: mir ist übel; how:
wie; sad: traurig, nicht gut drauf, mies drauf, deprimiert, niedergeschlagen; excited: freue; happy: glücklich; great:
toll, klasse, prima, geil, spitze, perfekt, cool, top, großartig; good: gut, gute, guter; bad: schlecht, mies,
schlimm; not well: nicht gut, nicht so gut; i feel: mir geht es, mir gehts, ich fühle mich, ich fühl mich, fühle mich,
fühl mich; feel: fühle, fühl; thanks: danke, dank, vielen dank, dankeschön, danke dir, tausend dank, lieben dank;
hello: hallo, servus, grüß dich; hi: hi, na; good morning: guten morgen; good evening: guten abend; bye: tschüss, bis
dann; ok: okay, passt so, alles klar, ok passt; stop: aufhören, aufhör; finished: abgeschlossen; did it: geschafft;
missed: verpasst, versäumt, ausgelassen, geschwänzt; no time: keine zeit, null zeit; no running: kein laufen, keine
läufe, kein training, lauffrei; can not run: kann nicht laufen; holiday: urlaub, ferien; on holiday: im urlaub, in
urlaub, in den ferien, in den urlaub; away: weg, verreist, unterwegs, auswärts; business trip: geschäftsreise,
dienstreise; on a business trip: auf geschäftsreise, auf dienstreise; trip: reise; skiing: skifahren, im skiurlaub,
beim skifahren, ski fahren, beim snowboarden; wedding: hochzeit; birthday: geburtstag*; christening: taufe; funeral:
beerdigung; appointment: termin, arzttermin, zahnarzttermin, zahnarzt, elternabend, meeting, besprechung, sitzung,
konferenz, fortbildung, seminar, schulung, vorstellungsgespräch, konzert, probe, theater; communion: kommunion; exam:
prüfung, klausur; exams: prüfungen, klausuren, abi, klausurenphase; confirmation: konfirmation; party: party, feier,
fest, weihnachtsfeier, grillen, grillfest; choir: chor; night shift: nachtschicht, nachtdienst; night shifts:
nachtschichten; early shift: frühschicht; late shift: spätschicht; shift: schicht, dienst; work: arbeit, arbeiten,
arbeite, job, büro, gearbeitet; work late: länger arbeiten, lange arbeiten, lang arbeiten; overtime: überstunden; move
house: umziehen; moving house: umzug; lunch: mittag essen, mittagessen, essen bei; dinner: abendessen; breakfast:
frühstück; brunch: brunch; visit: besuch, besuche, besuchen; we have visitors: wir haben besuch; busy: stressig,
verplant, beschäftigt, viel los, viel zu tun, dicht, zu viel um die ohren, land unter, voll den stress, viel stress;
free: frei*; rest: ruhe, ausruhen, pausier*, pause machen; rest day: ruhetag, pausentag; break: pause; rest days:
ruhetage; wife: frau; husband: mann; son: sohn; daughter: tochter; friend: freund, freundin, kumpel; friends:
freunde*; kids: kinder, kids, kindern; child: kind; baby: baby; mother: mutter, mama; father: vater, papa; parents:
eltern; mother-in-law: schwiegermutter, schwiegermama; parents-in-law: schwiegereltern; niece: nichte; nephew: neffe,
neffen; grandma: oma, großmutter; grandpa: opa, großvater; boss: chef; sister: schwester; brother: bruder; family:
familie; goal: ziel; target: zielzeit; finish: ankommen, durchkommen, finishen; beginner: anfänger, anfängerin,
laufanfänger, neuling; without stopping: am stück, ohne pause, ohne stehenbleiben, durchlaufen; train for: trainiere
für, bereite mich vor auf, peile, peile an; in training for: trainier für; sign up: anmelden; registered: angemeldet;
old: alt, alte, alten; lose weight: abnehmen; just: einfach nur; come: kommen, komme; snow: schnee, schneien, schneit;
ice: glatteis; rain: regen, regnen, regnet; heat: hitze; fly: fliege, fliegen; instructions: anweisungen,
instruktionen, vorgaben, regeln; ignore: ignorier*, missachte; forget: vergiss, vergessen; previous: bisherigen,
vorherigen, bisherige; do something else: was anderes; bed: bett; berlin: berlin; pilgrim: pilger; cycling: radeln,
rad, fahrrad; cycle: radfahren, rad fahren, radeln gehen, fahrrad fahren; swimming: schwimmbad; swim: schwimmen,
schwimmen gehen; hike: wandern; yoga: yoga; gym: fitnessstudio; treadmill: laufband; football: fußball; get fitter:
fitter werden, fit werden, fitter zu werden; i do not run: laufe gar nicht, laufe bisher gar nicht, laufe noch nicht,
laufe noch gar nicht, laufe bisher nicht, laufe aktuell nicht, laufe aktuell gar nicht, ich laufe noch nicht, ich
laufe gar nicht, laufe momentan nicht; cut by half: halbier*; only half: nur die hälfte, nur noch die hälfte; half:
hälfte; by half: auf die hälfte, um die hälfte; blue: blau, blaue; not at all: gar nicht, überhaupt nicht; so far:
bisher; black out: schwarz vor augen; died: gestorben, verstorben, ist gestorben; dog: hund; cat: katze; diarrhea:
durchfall; rib: rippe; bruised: geprellt, prellung; show me: zeig mir, zeige mir, kannst du mir zeigen; show: zeigen,
zeig; explain: erklär*, erläutere; tell me: sag mir, sag; think: glaube, denke, finde; know: weiß, wissen; autumn:
herbst; spring: frühling, frühjahr; summer: sommer; winter: winter; christmas: weihnachten, heiligabend,
weihnachtstage; easter: ostern; beginning of: anfang; middle of: mitte; end of: ende; 11: elf; 12: zwölf; 15:
fünfzehn; 20: zwanzig; 25: fünfundzwanzig; 30: dreißig; 40: vierzig; 45: fünfundvierzig; 50: fünfzig; second: zweite*;
twice as: doppelt; impossible: unmöglich; heavy legs: schwere beine, beine schwer; won: gewonnen; personal best:
bestzeit, pb, persönliche bestzeit; felt: gespürt; can not walk: kann nicht gehen, nicht mehr gehen, nicht laufen
können, humpel*; company party: firmenfeier; people: leute; earlier: früher; 1 day earlier: einen tag früher, einen
tag vorziehen; 1 day later: einen tag später, einen tag nach hinten; like: mag ich; hate: hasse; annoying: nervt,
doof, blöd, ätzend; home office: homeoffice; kindergarten: kita, kindergarten; school: schule; strike: streik; car:
auto; hot: heiß; cold outside: kalt; storm: sturm, gewitter; shoes: schuhe; new: neue, neuen, neues; watch: uhr,
laufuhr; heart rate: puls, herzfrequenz; strength training: krafttraining, kraft; tennis: tennis; too easy: zu leicht,
zu einfach, zu locker; too short: zu kurz; too slow: zu langsam; too little: zu wenig; why so many: warum so viele; so
many: so viele; easy runs: lockere läufe, lockeren läufe; die: sterbe, sterben; i am away: bin ich weg, ich bin weg,
bin weg, nicht da, bin nicht da; at my parents: bei meinen eltern; move to: umziehen nach; no head: keinen kopf; you
are great: du bist der beste, du bist super; i would like to do: würde ich gern machen, würde ich gerne machen;
instead of running: statt laufen, statt zu laufen; i am sick: mir ist schlecht; currently: grad; run about: laufe so,
lauf so; sharp pain: einen stich, stich; ultra: ultra, ultramarathon; trail: trail, trailrun; help: hilfe; done:
gemacht, getan; did nothing: nichts gemacht, nix gemacht; i am back from: bin zurück aus, zurück aus dem; go back to:
zurück zu; can not breathe: kaum luft, keine luft, schlecht luft; my heart races: mein herz rast, herz rast,
herzrasen; my heart beats irregularly: mein herz stolpert, herz stolpert, herzrhythmus; hardly: kaum; this morning:
heute früh, heute morgen; uni: uni, studium; replace: ersetzen, ersetze; would like: würd, würd gern; tendonitis:
sehnenentzündung; physio: physio; says: sagt; 2 weeks off: zwei wochen pause, 2 wochen pause; carry on: weitermachen,
weiter; hit my head: kopf gestoßen, kopf angeschlagen; keep: behalten, so lassen; like this: so wie es ist; i keep it
as it is: lass es so, bleibt so, lassen wir so; very good: passt super, perfekt so; i am at: bin auf ner, bin auf
einer; i have covid: hab corona; eat: essen, esse, isst; what should i eat: was soll ich essen, was esse ich, was kann
ich essen; start again: loslegen, wieder loslegen, wieder anfangen, wieder einsteigen; we go: fahren wir, wir fahren;
come back: kommen zurück, komme zurück, wieder daheim; i do not know if: ich weiß nicht ob, weiß nicht ob; bored:
langweile, langweilig, ist mir langweilig; terrible: höllisch*, schrecklich*, furchtbar*; back pain: rückenweh;
stomach ache: bauchschmerzen, bauchweh; no fever: fieberfrei; only now: erst; sea: meer; beach: strand; mountains:
berge, bergen; make me: machst du mir, mach mir; wonderful: super gelaufen; is it bad if i: ist es schlimm wenn ich,
ist es schlimm, macht es was wenn ich; give me: gib mir, nenn mir, gibst du mir; paces: tempi, paces,
geschwindigkeiten; i could not run: konnte nicht laufen, lauf nicht geschafft; not managed: nicht geschafft, nicht
hinbekommen; i sleep badly: schlafe schlecht, schlafe mies, schlafe kaum; what is the plan for the week: was ist der
plan für die woche, was steht diese woche an; what is: was ist; there: dahin, dorthin, da rein; whole: ganzen, ganze,
ganzer; playing football: beim fußball; twisted: verdreht; i twisted my: hab mir das verdreht; sorry: entschuldige,
tut mir leid; i liked: hat mir gefallen; managed: hinbekommen; i do not feel well: mir geht es nicht gut, mir gehts
nicht gut, ich fühle mich nicht gut, fühl mich nicht gut
"""
