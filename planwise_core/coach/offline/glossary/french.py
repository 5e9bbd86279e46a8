"""French as runners write it; `glossary` says how to read the table."""

CALENDAR = """
lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
novembre décembre un deux trois quatre cinq six sept huit neuf dix
"""

WORDS = """
today: aujourd'hui, ajd, auj; tomorrow: demain, dem; overmorrow: après-demain, après demain; yesterday: hier, d'hier;
tonight: ce soir; evening: soir, soirée; in the morning: le matin, matin, du matin; morning: matinée; night: nuit;
afternoon: après-midi, aprem, aprèm; noon: midi; weekend: week-end, weekend, wk, we; weekends: week-ends, weekends;
week: semaine, sem; weeks: semaines; days: jours; day: jour, journée; month: mois; year: an, année; years: ans,
années; this week: cette semaine; next week: la semaine prochaine, semaine prochaine, la semaine pro, semaine d'après;
last week: la semaine dernière, semaine dernière; a week: par semaine, par sem, hebdo, chaque semaine, par semaines;
those days: ces jours-là; this weekend: ce week-end, ce weekend; next weekend: le week-end prochain, le weekend
prochain; minutes: minutes, min, mn; hours: heures; 60 minutes: heure, une heure; 30 minutes: demi-heure, une
demi-heure; time: temps; now: maintenant, en ce moment, actuellement, pour l'instant, pour le moment; early: tôt;
late: tard, tard le soir; since: depuis, ça fait; until: jusqu'au, jusque, jusqu'à; from: du, dès, à partir de, à
partir du, depuis le; from now on: désormais, dorénavant, à partir de maintenant; again: encore, à nouveau, de
nouveau; always: toujours, tout le temps; never run: jamais de course, plus jamais de course; never: jamais, plus
jamais, ne jamais; soon: bientôt; after: après; before: avant, avant de; during: pendant, durant; half marathon:
semi-marathon, semi marathon, semi, semis; marathon: marathon, marat; km: kilomètre, kilomètres, bornes, kms; race:
course, compétition, compèt, dossard, épreuve; running: course à pied, cap; running shoes: baskets; run: courir,
cours, courrai, séance, sortie, courais, entraînement, jogging, trotter, run, sortir, tourne, jcours, j'cours; runs:
sorties, séances, entraînements; ran: couru; train: m'entraîner, entraîner, entraîne, m'entraîne, train; long run:
sortie longue, longue sortie, sl, la longue, séance longue; easy run: footing tranquille, footing facile, footing;
longest run: plus longue sortie, sortie la plus longue, plus grosse sortie, séance la plus longue, plus longue séance;
intervals: fractionné, fractionnés, fraction, fractio, vma, fractionne; pace: allure, vitesse, rythme; tempo: seuil;
what pace: quelle allure, quelle vitesse, quel rythme; at what pace: à quelle allure, à quelle vitesse, à quel rythme;
plan: plan, programme, planning; the plan: le plan; rest: repos, reposer, me reposer, récup; rest day: jour de repos;
move: déplacer, déplace, déplacé, décaler, décale, reporter, reporte, bouger, bouge, avancer, avance, repousser,
repousse, basculer, bascule, passer, décalé; put: mettre, mets, met, caler, cale, mets-moi, mets moi; swap: échanger,
échange, inverser, inverse, permuter, intervertir, intervertis; cancel: annuler, annule, supprimer, supprime, enlever,
enlève, virer, retirer, retire, vire; skip: sauter, saute, zapper, zappe, louper, sécher, sèche; miss: rater; missed:
raté, loupé, manqué, zappé, sauté, ratée; shorten: raccourcir, raccourcis, raccourci, écourter; reduce: réduire,
réduis, diminuer; increase: augmenter, augmente; add: ajouter, ajoute, rajouter, rajoute; change: modifier, changer,
change, modifie, adapter; make easier: alléger, allège, allègement; make the week easier: alléger la semaine, allège
la semaine; make it easier: l'alléger, y aller mollo; make: rendre, rends; do: faire, fais, ferai, fera; done: fait;
make it: la faire; delete: efface, effacer, supprime tout; go back: revenir, reviens, revenir en arrière; undo:
défais, annule ça; finish: terminer, finir; finished: fini; easier: plus facile, plus léger, plus légère, plus cool,
plus light, plus tranquille, moins dur, moins dure, plus soft; harder: plus dur, plus dure, plus intense, plus
difficile; shorter: plus court, plus courte; longer: plus long, plus longue; less: moins; more: plus de, davantage,
plus; faster: plus vite, plus rapide; slower: plus lentement, moins vite; not so much: pas trop, pas tant; fast: vite,
rapidement, rapide; slow: lentement, doucement, lent; easy: facile, cool, tranquille, léger, légère, tranquillou,
tranquilles; hard: difficile, dure, dur, intense, costaud, chaud; long: longue, long; short: courte, court; too hard:
trop dur, trop dure, trop difficile, trop intense, trop costaud, trop durs, trop dures, trop difficiles; too much:
trop, trop de; too long: trop long; too fast: trop vite; so: si, donc, alors, du coup, tellement; instead: à la place,
plutôt que; instead of: au lieu de, au lieu du, à la place de, à la place du, au lieu d'; rather: plutôt; better:
mieux, meilleur; possible: possible, dispo; works: marche, convient, fonctionne, le fait, passe, irait, ça va le
faire; does not work: marche pas, va pas, ne marche pas, ça le fait pas, ça marche pas, ça va pas le faire, pas
possible, c'est mort, va pas être possible; is it possible: c'est possible, est-ce possible, serait-il possible, ce
serait possible, ça serait possible; ok: ça va, d'accord, ok, dac, ca passe, ça passe, ça roule; can i: est-ce que je
peux, je peux-tu, puis-je, pourrais-je; can we: on peut, peut-on, est-ce qu'on peut, pouvons-nous, on pourrait,
pourrait-on, on peut-il; can you: peux-tu, pouvez-vous, pourrais-tu, tu peux, tu pourrais, est-ce que tu peux, vous
pouvez, pourriez-vous; i can: je peux, je pourrais, je pourrai, je sais; can: peux, peut, pouvons, pouvez, pourra,
pourrai; i can not: je ne peux pas, je peux pas, je pourrai pas, je ne pourrai pas, je ne peux plus, je peux plus,
j'arrive pas à, je n'arrive pas à, j'arrive plus à, je n'arrive plus à, j'peux pas, je pourrais pas, peux plus,
j'arrive plus; can not: ne peux pas, peux pas, peut pas, pourrai pas, pas dispo, pas disponible; i want to: je veux,
je voudrais, j'aimerais, j'ai envie de, je souhaite, j'aimerai, je voulais, j'voudrais, jveux, j'veux; want to: veux,
voudrais, aimerais; should: devrais, faut, il faut; should i: est-ce que je dois, dois-je, je devrais; i have to: je
dois, faut que je, il faut que je, je vais devoir; have to: dois, devoir; prefer: préfère; i: je, j', j; me: me, moi,
m'; will: vais, va falloir, il va, va; my: mon, ma, mes; you: tu, vous, te, t'; your: ton, ta, tes, votre, vos; we:
nous, on; our: notre, nos; she: elle; he: il; they: ils, elles; their: leur; his: son, sa, ses; it: ça, cela, c', ce
truc, c; it is: c'est; is it: est-ce; was: était, étais; not: pas, pas du tout, point; no: non, aucun, aucune, pas de,
pas d'; nothing: rien; only: seulement, que le, juste, uniquement; no more: plus aucun; also: aussi, également; but:
mais; because: parce que, car, parce qu', vu que, puisque, pcq, pske; and: et, puis; or: ou; if: si je; that: que,
qui, qu'; without: sans; with: avec; for: pour; between: entre; about: environ, à peu près, autour de, dans les;
under: moins de, sous, en moins de, sous les; to: vers, aux, au, à; at: chez; in: en, dans; on: sur; of: de, d', des;
the: le, la, les, l'; a: un, une; this: ce, cet, cette; these: ces; next: prochain, prochaine, prochains, prochaines,
suivant, suivante; last: dernier, dernière, derniers; first: premier, première, 1er; my first: mon premier, ma
première; every: chaque, tous les, toutes les; all: tous, toutes, tout, toute; some: quelques; a few days: quelques
jours; another: autre, un autre, une autre; new: nouveau, nouvelle, nouvelles; much: beaucoup, beaucoup de; very:
très, trop trop, vachement, hyper, super, grave, bien trop; a bit: un peu, peu, un chouïa; maybe: peut-être, ptet;
please: s'il te plaît, s'il vous plaît, stp, svp, steuplait; -: ne, n', y, euh, bah, ben, bon, coach, hein, quand
même, s', en fait, du tout, déjà, là, là-bas, voilà, malheureusement, coup, ah, oh, oui oui, enfin, franchement,
vraiment, ouais mais, est-ce que; yes: oui, ouais, ui, carrément; times: fois, x; 1 time: une fois; 2 times: deux
fois; 3 times: trois fois; 4 times: quatre fois; is: est, es, sera, se trouve; are: sont, êtes; i am: je suis, j'suis,
j'étais, chui, chuis; am: suis; been: été; be: être; have: ai, as, avez, avoir, avons, ont, aurai, reçu; i have: j'ai,
j ai; has: a, aura; i will have: j'aurai; i have no: je n'ai pas de, j'ai pas de, j'ai plus de, je n'ai plus de, j'ai
aucun, j'ai aucune, j'ai plus, je n'ai plus, j'ai pas; have no: n'ai pas, n'ai plus, n'ai pas de; there is: il y a, y
a; what: quel, quelle, quoi, qu'est-ce que, qu'est-ce qui, qu'est-ce, quels, quelles; what should i do: je fais quoi,
qu'est-ce que je fais, que faire, que dois-je faire, je dois faire quoi, je fais comment; what is on: qu'est-ce que
j'ai, j'ai quoi, qu'est-ce qu'il y a, y a quoi, je fais quoi comme séance, quoi de prévu; when: quand, lorsque,
lorsqu'; when is: c'est quand, quand est-ce que, quand est, quand est-ce, c quand; why: pourquoi, pk, pourkoi; how:
comment; how far: combien, quelle distance, combien de kilomètres, combien de bornes, combien de km; how long: combien
de temps; how many: combien de; how many runs: combien de séances, combien de sorties; how many days: combien de
jours; who: qui est; where: où; how many km do i run: combien de km je cours, je cours combien de km, combien de
kilomètres je fais, je fais combien de km; ill: malade, patraque, souffrant, souffrante; fever: fièvre, température;
cough: toux, tousse; cold: rhume, crève; flu: grippe, gastro; i have a cold: enrhumé, enrhumée, j'ai la crève, j'ai
chopé la crève, j'ai attrapé froid, j'ai chopé un rhume, j'ai pris froid; sore throat: mal à la gorge, mal de gorge,
angine; runny nose: nez qui coule, nez bouché; caught: chopé, attrapé; headache: mal de tête, mal à la tête, migraine;
stomach: ventre, estomac; stomach bug: la gastro, une gastro; vomit: vomi, vomir, vomis, je vomis; covid: covid;
doctor: médecin, docteur, toubib; healthy: en forme, guéri, guérie; nausea: nausée, nausées; dizzy: vertiges, vertige,
tête qui tourne, tout tourne, ça tourne; fainted: évanoui, évanouie, tombé dans les pommes, tombée dans les pommes,
malaise, fait un malaise, perdu connaissance, évanouir, m'évanouir, failli m'évanouir, failli tomber dans les pommes;
chest: poitrine, thorax; heart: cœur; palpitations: palpitations, cœur qui s'emballe, coeur qui s'emballe; blood:
sang; short of breath: essoufflé, essoufflée, souffle court, mal à respirer; pregnant: enceinte, enceinte de; breathe:
respirer; pain: mal, douleur, douleurs, gêne; pain in the: mal au, mal à la, mal aux, mal à l', mal dans le, mal dans
la; i have pain in the: j'ai mal au, j'ai mal à la, j'ai mal aux, j'ai mal à l', j'ai une douleur au, j'ai une douleur
à la; hurts: fait mal, me fait mal, font mal, me lance, me tire, tire, tiraille, me gêne, douloureux, douloureuse,
souffrir, me font souffrir, fait souffrir; hurt: fais mal, fait mal à; knee: genou, genoux; calf: mollet, mollets;
ankle: cheville*; foot: pied, pieds; achilles: tendon, tendon d'achille, achille, d'achille; shin: tibia, périostite,
tibias; hip: hanche; back: dos, de retour; thigh: cuisse*; heel: talon; hamstring: ischios, ischio; groin: aine; toe:
orteil*; leg: jambe; legs: jambes; arm: bras; shoulder: épaule; stiff: raide; swollen: gonflé, gonflée, enflé, enflée;
swelling: œdème; twisted: tordue, foulé, foulée, tordu, me suis tordu; stand on it: poser le pied, poser le pied par
terre, appuyer dessus, marcher dessus, poser; sprained: entorse; torn: déchirure, déchiré; injured: blessé, blessée;
injury: blessure; cramp: crampe; cramps: crampes; muscle soreness: courbatures, courbaturé; left: gauche, il reste,
reste; right: droit, droite; walk: marcher; fell: tombé, tombée; broken: cassé; tired: fatigué, fatiguée, fatigue,
naze, claqué; exhausted: épuisé, épuisée, crevé, crevée, mort, morte, ko, lessivé, lessivée, rincé, rincée, vidé,
vidée, cuit, cuite, explosé, explosée, sur les rotules, à bout; no energy: plus d'énergie; slept badly: mal dormi, pas
dormi, peu dormi; slept: dormi; sleep: sommeil, dors, dormir; stress: stress; stressed: stressé, stressée; no
motivation: pas envie, plus envie, plus du tout envie, pas motivé, pas motivée, la flemme, flemme, démotivé,
démotivée, aucune envie, plus la motivation, plus motivé, plus motivée; motivation: motivation, envie; motivated:
motivé, motivée; sad: triste, déprimé, déprimée; scared: peur; nervous: nerveux, nerveuse, angoissé, angoissée; happy:
content, contente, heureux, heureuse; great: génial, parfait, nickel, top, impeccable, bravo, excellent; good: bien,
bonne; bad: mauvais, mauvaise, nul; i feel: je me sens; thanks: merci, merci beaucoup, merci bien, mille mercis, super
merci; hello: bonjour, bjr, coucou, bonsoir; hi: salut, slt, yo, hey; bye: au revoir, à plus, à bientôt, à demain;
stop: arrêter, arrête; stop running: arrêter de courir; no running: pas de course, plus de course, pas de sport, pas
d'entraînement, aucune sortie; without stopping: sans m'arrêter, sans s'arrêter, sans marcher, d'une traite; no time:
pas le temps, pas trop le temps, pas de temps; i have no time: je n'ai pas le temps, j'ai pas le temps, j'ai pas trop
le temps, je n'aurai pas le temps, j'aurai pas le temps; holiday: vacances, congés; on holiday: en vacances, en
congés, en congé; away: absent, absente, en déplacement, en voyage, pas là, en déplacement pro, en déplacement
professionnel; i am away: je pars, je serai absent, je serai pas là, je ne serai pas là, je serai absente; i am on
holiday: je pars en vacances, je serai en vacances; will be: serai; trip: voyage, déplacement; skiing: ski, skier, au
ski, en skiant; wedding: mariage; birthday: anniversaire, anniv; christening: baptême; funeral: enterrement, obsèques;
communion: communion; appointment: réunion, rendez-vous, rdv, rencontre, conférence, concert, spectacle, entretien,
répétition, réu, réunion parents profs, réunion parents-profs, dentiste, formation; exam: examen, exam, concours,
partiel; exams: examens, exams, partiels, bac; party: fête, soirée d'entreprise, pot, apéro; choir: chorale; night
shift: garde de nuit, nuit de garde, de nuit, de garde; i have night shift: je bosse de nuit, je travaille de nuit, je
suis de nuit, je bosse la nuit, je suis de garde; work: travail, boulot, taf, bosse, travaille, bosser, travailler,
job, travaillé; moving house: déménagement, déménage; lunch: repas, déjeuner, déj, dîner, repas de famille, repas de
midi; visit: visite; busy: occupé, occupée, débordé, débordée, pris, prise, chargé, chargée, overbooké, la folie,
folie, le rush, sous l'eau, à la bourre; free: libre; wife: femme; husband: mari; son: fils; daughter: fille; friend:
ami, amie, pote, copain, copine; friends: amis, potes; kids: enfants, gosses, gamins; mother: mère, maman; father:
père, papa; parents: parents; mother-in-law: belle-mère, belle mère, belle-maman; parents-in-law: beaux-parents;
niece: nièce; nephew: neveu; family: famille; boss: patron; sister: sœur; brother: frère; goal: objectif; target:
chrono; beginner: débutant, débutante; i am beginner: je débute; train for: prépare, préparer pour, je vise, vise;
prepare: préparer; prepare for: préparer le; registered: inscrit, inscrite; lose weight: maigrir, perdre du poids;
ignore: ignore, ignorer, ignorez; forget: oublie, oublier, oublié; instructions: instructions, consignes, règles;
previous: précédentes, précédents; planned: prévu, prévue; by: par; am away: pars; snow: neiger, neige; ice: verglas;
rain: pluie, pleuvoir, pleut; cycle: faire du vélo, du vélo, pédaler; cycling: vélo; swim: nager, faire de la
natation, aller nager, faire de la piscine; swimming: piscine; hike: randonner, faire une rando; treadmill: tapis;
gym: salle; paris: paris; come: venir; like: aime, j'aime, aime bien; love: adore; was cancelled: a été annulé, a été
annulée, est annulé, est annulée; cancelled: annulé, annulée; have pain: j'ai mal; get fitter: me remettre en forme,
être en forme, retrouver la forme, me remettre à courir; i do not run: je cours pas, je ne cours pas, je cours pas du
tout, je ne cours pas du tout, je cours jamais; cut by half: réduire de moitié, réduis de moitié, diviser par deux; by
half: de moitié, par deux; half: moitié; blue: bleu, bleue; how many days until: combien de jours avant, combien de
jours il reste avant, dans combien de jours est, combien de jours jusqu'à, il reste combien de jours avant, il reste
combien de jours jusqu'à; run about: tourne à; fits: rentre, rentre dans; at home: à la maison; at work: au boulot, au
travail, au taf; died: est mort, est morte, est décédé, est décédée, décédé, décédée, décès; grandpa: grand-père,
papi, papy; grandma: mamie, grand-mère; dog: chien; cat: chat; head: tête; diarrhea: diarrhée; rib: côte; bruised:
contusion, bleu au; show me: montre-moi, montre moi, fais voir; show: montrer, montre; explain: expliquer, explique,
explique-moi; tell me: dis-moi, dis moi; think: pense, crois, trouve; know: sais, savoir; autumn: automne, l'automne;
spring: printemps; summer: été prochain, l'été; winter: hiver, l'hiver; christmas: noël; new year: nouvel an; easter:
pâques; beginning of: début; middle of: mi; end of: fin; 11: onze; 12: douze; 15: quinze; 20: vingt; 25: vingt-cinq;
30: trente; 40: quarante; 45: quarante-cinq; 50: cinquante; second: deuxième, second; twice as: deux fois plus;
impossible: impossible; heavy legs: jambes lourdes, les jambes lourdes; heavy: lourd, lourde, lourdes; won: gagné;
personal best: record perso, rp; felt: senti, ressenti; can not walk: boite, peux plus marcher; company party: repas
d'entreprise, pot de départ; people: gens; earlier: plus tôt; later: plus tard; 1 day earlier: un jour plus tôt, un
jour avant; 1 day later: un jour plus tard, un jour après; hate: déteste; annoying: chiant, nul à chier; home office:
télétravail; kindergarten: crèche; school: école; strike: grève; car: voiture; hot: fait chaud; cold outside: fait
froid; storm: orage, tempête; shoes: chaussures; old: vieux, vieille; watch: montre gps; heart rate: fréquence
cardiaque, cardio; strength training: muscu, renfo, renforcement; football: foot; tennis: tennis; too easy: trop
facile; too short: trop court, trop courte; too slow: trop lent, trop lente; too little: pas assez, trop peu; why so
many: pourquoi autant de; so many: autant de, tant de; easy runs: footings tranquilles, footings; die: mourir; at my
parents: chez mes parents; no head: pas la tête; you are great: t'es au top, tu es top; i would like to do: j'aimerais
faire; instead of running: au lieu de courir; sharp pain: une pointe, un coup, pointe; ultra: ultra; trail: trail;
help: aide; did nothing: rien fait; i am back from: je reviens de, je suis rentré de, je suis de retour de; go back
to: reviens à, revenir à; can not breathe: n'arrive pas à respirer, du mal à respirer, peine à respirer; my heart
races: mon cœur s'emballe, mon coeur s'emballe, cœur bat trop vite; my heart beats irregularly: cœur qui bat n'importe
comment, coeur qui bat n'importe comment, mon cœur bat bizarre; hardly: à peine; this morning: ce matin; uni: fac,
université; replace: remplacer, remplace; both: les deux; tendonitis: tendinite; physio: kiné, ostéo; says: dit; 2
weeks off: 2 semaines d'arrêt, deux semaines d'arrêt; carry on: continuer; hit my head: cogné la tête; keep: garde;
like this: comme ça; i keep it as it is: on garde comme ça, laisse comme ça; very good: très bien; i have covid: j'ai
le covid; i have only: j'ai que, je n'ai que, j'ai seulement; beats irregularly: bat n'importe comment, bat
bizarrement; eat: mange, manger; what should i eat: qu'est-ce que je mange, je mange quoi, que manger; start again:
reprendre, recommencer, m'y remettre; fly: s'envole; we go: on part, nous partons; come back: on rentre, je rentre, on
revient, nous rentrons; i do not know if: je sais pas si, je ne sais pas si, sais pas si; bored: m'ennuie, je
m'ennuie; a bit harder: corser un peu, durcir un peu; terrible: terrible, horrible, affreux; i feel down: le moral à
zéro; back pain: mal de dos, mal au dos; stomach ache: mal au ventre; knee pain: mal aux genoux; no fever: plus de
fièvre, pas de fièvre; sea: mer; beach: plage, la plage; mountains: montagne, la montagne; make me: fais-moi, fais
moi; i am sad: pas le moral, j'ai pas le moral, je n'ai pas le moral; is it bad if i: c'est grave si je, c'est grave
si, est-ce grave si je; give me: donne-moi, donne moi; paces: allures, vitesses; i could not run: j'ai pas pu courir,
je n'ai pas pu courir, pas pu courir; could: pouvais, pu; i sleep badly: je dors mal, je dors très mal, dors très mal,
dors mal; what is the plan for the week: c'est quoi le programme de la semaine, quel est le programme de la semaine;
what is: c'est quoi, quel est, quelle est; whole: entière, entier; playing football: au foot; i twisted my: je me suis
tordu le, je me suis tordu la; sorry: désolé, désolée, pardon; i liked: ça m'a plu; managed: réussi; i do not feel
well: je me sens pas bien, je ne me sens pas bien, je me sens mal
"""
