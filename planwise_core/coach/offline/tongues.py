"""Other languages, word for word: enough to read a plain message, never enough to act on it unasked.

A message is turned into English by a table of running words. Where the table knows nearly all of it, it is read like
any other; a change of the plan is then offered as a question in the runner's language. Else nothing is done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from planwise_core.coach.offline.language import language_of

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NUMBERS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")

# Weekdays, months and the numbers up to ten, in order.
_CALENDAR: dict[str, str] = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august "
          "september oktober november dezember eins zwei drei vier fünf sechs sieben acht neun zehn",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août "
          "septembre octobre novembre décembre un deux trois quatre cinq six sept huit neuf dix",
    "es": "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto "
          "septiembre octubre noviembre diciembre uno dos tres cuatro cinco seis siete ocho nueve diez",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio "
          "agosto settembre ottobre novembre dicembre uno due tre quattro cinque sei sette otto nove dieci",
    "pt": "segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto "
          "setembro outubro novembro dezembro um dois três quatro cinco seis sete oito nove dez",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli "
          "augustus september oktober november december een twee drie vier vijf zes zeven acht negen tien",
}  # fmt: skip

# "foreign=English", longer phrases before their words; nothing after "=": the word adds nothing.
_WORDS: dict[str, str] = {
    "de": "halbmarathon=half marathon, marathon=marathon, km pro woche=km a week, km/woche=km a week, pro woche=a "
    "week, "
          "in der woche=a week, nächste woche=next week, diese woche=this week, übermorgen=overmorrow, "
          "morgen=tomorrow, "
          "heute=today, gestern=yesterday, wochenende=weekend, wochenenden=weekends, woche=week, wochen=weeks, "
          "tage=days, "
          "tag=day, tagen=days, läufe=runs, läufen=runs, mal=times, lauf=run, langen lauf=long run, lange lauf=long "
          "run, "
          "langer lauf=long run, laufen=run, laufe=run, läuft=runs, trainieren=train, training=training, ich=i, "
          "kann=can, "
          "können=can, könnte=could, könnten=could, möchte=want to, will=want to, würde gern=want to, nicht=not, "
          "kein=no, keine=no, "
          "keinen=no, nie=never, niemals=never, immer=always, nur=only, sonntags=sundays, montags=mondays, "
          "dienstags=tuesdays, mittwochs=wednesdays, donnerstags=thursdays, freitags=fridays, samstags=saturdays, "
          "am=on, an=on, auf=to, im=in, in=in, vom=from, von=from, bis=to, zum=to, und=and, oder=or, den=the, der=the, "
          "die=the, das=the, dem=the, einen=a, einem=a, ein=a, eine=a, mich=me, mir=me, mein=my, meine=my, meinen=my, "
          "bitte=please, verschieben=move, verschiebe=move, verlegen=move, tauschen=swap, tausche=swap, ausfallen "
          "lassen=skip, "
          "streichen=cancel, streiche=cancel, absagen=cancel, kürzen=shorten, leichter=easier, leichtere=easier, "
          "einfacher=easier, lockerer=easier, härter=harder, kürzer=shorter, länger=longer, weniger=less, mehr=more, "
          "krank=ill, fieber=fever, husten=cough, erkältet=have a cold, erkältung=cold, urlaub=holiday, "
          "ferien=holiday, "
          "verletzt=injured, knie=knee, wade=calf, tut weh=hurts, schmerzen=pain, müde=tired, bin=am, ist=is, "
          "habe=have, wie weit=how far, wie lang=how long, was=what, wann=when, warum=why, wie=how, "
          "brust=chest, herz=heart, blut=blood, schwanger=pregnant, schwindelig=dizzy, ohnmächtig=fainted, "
          "weh=pain, frau=wife, mann=husband, sohn=son, tochter=daughter, freund=friend, freundin=friend, rennen=race, "
          "wettkampf=race, ziel=goal, unter=under, stunden=hours, minuten=minutes, gerade=now, zur zeit=now, "
          "momentan=now, ungefähr=about, etwa=about, rund=about, für=for, mit=with, steht=is, statt=instead of, "
          "um=, es=it, wir=we, mache=make, mach=make, plan=plan, anfänger=beginner, weg=away, rückgängig=undo, "
          "kannst du=can you, können wir=can we, kannst=can, du=you, muss=have to, seit=since, gesund=healthy",
    "fr": "semi-marathon=half marathon, semi marathon=half marathon, semi=half marathon, marathon=marathon, "
          "par semaine=a week, la semaine prochaine=next week, semaine prochaine=next week, cette semaine=this week, "
          "semaine=week, semaines=weeks, demain=tomorrow, aujourd'hui=today, week-end=weekend, jours=days, jour=day, "
          "sorties=runs, séances=runs, fois=times, sortie longue=long run, footing=easy run, séance=session, "
          "courir=run, "
          "cours=run, court=runs, course=race, je ne peux pas=i can not, ne peux pas=can not, peux pas=can not, "
          "je peux=i can, peux-tu=can you, pouvez-vous=can you, peux=can, je=i, j'=i, veux=want to, voudrais=want to, "
          "ne=, pas de course=no running, pas de=no, pas=not, jamais=never, toujours=always, seulement=only, le=on "
          "the, la=the, les=the, l'=the, "
          "un=a, une=a, des=some, du=from, de=of, d'=of, au=to, à=to, et=and, ou=or, mon=my, ma=my, mes=my, moi=me, "
          "s'il te plaît=please, s'il vous plaît=please, déplacer=move, déplace=move, échanger=swap, annuler=cancel, "
          "annule=cancel, supprimer=cancel, raccourcir=shorten, plus facile=easier, plus léger=easier, "
          "plus légère=easier, plus dur=harder, moins=less, malade=ill, fièvre=fever, toux=cough, rhume=cold, "
          "vacances=holiday, en vacances=on holiday, blessé=injured, genou=knee, mollet=calf, fatigué=tired, "
          "fatiguée=tired, suis=am, est=is, ai=have, quelle distance=how far, quelle=what, poitrine=chest, "
          "douleur=pain, mal=pain, enceinte=pregnant, sang=blood, cœur=heart, combien=how far, quand=when, "
          "pourquoi=why, mari=husband, femme=wife, fils=son, fille=daughter, ami=friend, amie=friend, objectif=goal, "
          "heures=hours, minutes=minutes, en=in, sur=on, pour=for, avec=with, environ=about, en ce moment=now, "
          "actuellement=now, débutant=beginner, prochaine=next, prochain=next, moins de=under, "
          "mal au=pain in the, mal à la=pain in the, mal aux=pain in the, depuis=since, hier=yesterday, tu=you",
    "es": "media maratón=half marathon, medio maratón=half marathon, maratón=marathon, a la semana=a week, "
          "por semana=a week, la próxima semana=next week, la semana que viene=next week, esta semana=this week, "
          "semana=week, semanas=weeks, mañana=tomorrow, hoy=today, fin de semana=weekend, días=days, día=day, "
          "veces=times, salidas=runs, tirada larga=long run, carrera larga=long run, rodaje=easy run, "
          "series=intervals, "
          "correr=run, corro=run, corre=runs, entrenar=train, carrera=race, puedo=can, no puedo=i can not, "
          "puedes=can you, podrías=can you, quiero=i want to, quisiera=i want to, me gustaría=i want to, yo=i, no=not, "
          "nunca=never, siempre=always, solo=only, sólo=only, el=on, la=the, los=the, las=the, un=a, una=a, de=of, "
          "del=from, desde=from, hasta=to, al=to, a=to, y=and, o=or, mi=my, mis=my, por favor=please, mover=move, "
          "mueve=move, cambiar=move, cambia=move, pasar=move, pasa=move, intercambiar=swap, cancelar=cancel, "
          "cancela=cancel, quitar=cancel, quita=cancel, acortar=shorten, más fácil=easier, más suave=easier, "
          "más ligera=easier, más dura=harder, menos=less, enfermo=ill, enferma=ill, fiebre=fever, tos=cough, "
          "resfriado=cold, vacaciones=holiday, de vacaciones=on holiday, rodilla=knee, gemelo=calf, "
          "cansado=tired, cansada=tired, estoy=i am, estaré=i am, tengo=have, es=is, pecho=chest, dolor=pain, "
          "corazón=heart, sangre=blood, embarazada=pregnant, mareado=dizzy, qué distancia=how far, cuánto=how far, "
          "cuándo=when, por qué=why, marido=husband, mujer=wife, hijo=son, hija=daughter, amigo=friend, amiga=friend, "
          "objetivo=goal, horas=hours, minutos=minutes, en=in, para=for, con=with, unos=about, ahora=now, "
          "actualmente=now, principiante=beginner, bajar de=under, menos de=under, duele=hurts, me duele=hurts, "
          "qué tengo que=what do i have to, tengo que=have to, qué=what, ayer=yesterday, la carrera de "
          "mañana=tomorrow's run",
    "it": "mezza maratona=half marathon, mezza=half marathon, maratona=marathon, a settimana=a week, "
          "alla settimana=a week, la prossima settimana=next week, la settimana prossima=next week, "
          "prossima settimana=next week, questa settimana=this week, settimana=week, settimane=weeks, domani=tomorrow, "
          "oggi=today, fine settimana=weekend, giorni=days, giorno=day, volte=times, uscite=runs, corsa lunga=long "
          "run, "
          "il lungo=the long run, lungo=long run, ripetute=intervals, correre=run, corro=run, corre=runs, gara=race, "
          "posso=can, non posso=i can not, puoi=can you, vorrei=i want to, voglio=i want to, fare=do, io=i, "
          "non=not, mai=never, "
          "sempre=always, solo=only, il=the, la=the, lo=the, le=the, l'=the, i=the, gli=the, un=a, una=a, di=of, "
          "dal=from, da=from, al=to, a=to, e=and, o=or, mio=my, mia=my, per favore=please, spostare=move, sposta=move, "
          "scambiare=swap, cancellare=cancel, cancella=cancel, saltare=skip, salta=skip, accorciare=shorten, "
          "più leggera=easier, più facile=easier, più dura=harder, meno=less, malato=ill, malata=ill, febbre=fever, "
          "tosse=cough, raffreddore=cold, vacanza=holiday, in vacanza=on holiday, ferie=holiday, ginocchio=knee, "
          "polpaccio=calf, stanco=tired, stanca=tired, sono=i am, ho=have, è=is, petto=chest, dolore=pain, "
          "cuore=heart, sangue=blood, incinta=pregnant, quanto=how far, quando=when, "
          "perché=why, marito=husband, moglie=wife, figlio=son, figlia=daughter, amico=friend, amica=friend, "
          "obiettivo=goal, ore=hours, minuti=minutes, in=in, per=for, con=with, circa=about, adesso=now, "
          "principiante=beginner, sotto=under, fa male=hurts, "
          "la corsa di domani=tomorrow's run, corsa=run, ieri=yesterday, devo=have to, cosa=what",
    "pt": "meia maratona=half marathon, maratona=marathon, por semana=a week, semana que vem=next week, "
          "próxima semana=next week, na próxima semana=next week, esta semana=this week, semana=week, semanas=weeks, "
          "amanhã=tomorrow, hoje=today, fim de semana=weekend, dias=days, dia=day, vezes=times, treinos=runs, "
          "corrida longa=long run, longão=long run, longo=long run, tiros=intervals, correr=run, corro=run, "
          "corre=runs, "
          "treinar=train, corrida=run, prova=race, posso=can, não posso=i can not, não vou correr=no running, "
          "pode=can you, podes=can you, quero=i want to, gostaria de=i want to, eu=i, não=not, nunca=never, "
          "sempre=always, só=only, na=on, no=on, em=in, o=the, os=the, as=the, um=a, uma=a, do=of, da=of, de=from, "
          "ao=to, até=to, para=to, a=to, e=and, ou=or, meu=my, minha=my, por favor=please, mudar=move, muda=move, "
          "passar=move, passa=move, trocar=swap, cancelar=cancel, cancela=cancel, encurtar=shorten, mais leve=easier, "
          "mais fácil=easier, mais difícil=harder, menos=less, doente=ill, febre=fever, tosse=cough, constipado=cold, "
          "resfriado=cold, de férias=on holiday, férias=holiday, joelho=knee, panturrilha=calf, cansado=tired, "
          "cansada=tired, estou=i am, sou=i am, tenho=have, é=is, peito=chest, dor=pain, coração=heart, "
          "sangue=blood, grávida=pregnant, quanto=how far, quando=when, por que=why, "
          "marido=husband, mulher=wife, filho=son, filha=daughter, amigo=friend, amiga=friend, objetivo=goal, "
          "horas=hours, minutos=minutes, com=with, cerca=about, agora=now, principiante=beginner, iniciante=beginner, "
          "abaixo=under, dói=hurts, segunda-feira=monday, terça-feira=tuesday, quarta-feira=wednesday, "
          "quinta-feira=thursday, sexta-feira=friday",
    "nl": "halve marathon=half marathon, halve=half marathon, marathon=marathon, per week=a week, "
          "volgende week=next week, deze week=this week, week=week, weken=weeks, morgen=tomorrow, vandaag=today, "
          "weekend=weekend, dagen=days, dag=day, keer=times, lange duurloop=long run, duurloop=long run, "
          "lange loop=long run, lopen=run, rennen=run, hardlopen=run, loop=run, loopt=runs, trainen=train, "
          "wedstrijd=race, ik=i, kan ik=can i, kun je=can you, kan=can, wil=want to, niet=not, geen=no, nooit=never, "
          "altijd=always, alleen=only, op=on, in=in, naar=to, tot=to, van=from, en=and, of=or, de=the, het=the, "
          "een=a, mijn=my, alsjeblieft=please, graag=please, verplaatsen=move, verplaats=move, verzetten=move, "
          "ruilen=swap, overslaan=skip, schrappen=cancel, annuleren=cancel, inkorten=shorten, lichter=easier, "
          "makkelijker=easier, rustiger=easier, zwaarder=harder, minder=less, ziek=ill, koorts=fever, hoesten=cough, "
          "verkouden=have a cold, vakantie=holiday, op vakantie=on holiday, knie=knee, kuit=calf, moe=tired, ben=am, "
          "is=is, heb=have, hoe ver=how far, hoe lang=how long, wat=what, wanneer=when, waarom=why, man=husband, "
          "vrouw=wife, zoon=son, dochter=daughter, vriend=friend, vriendin=friend, doel=goal, uur=hours, "
          "minuten=minutes, voor=for, met=with, ongeveer=about, nu=now, beginner=beginner, onder=under, doet "
          "pijn=hurts, "
          "pijn=pain, borst=chest, hart=heart, bloed=blood, zwanger=pregnant, zondags=sundays, zaterdags=saturdays, "
          "maar=but, rust nemen=rest, rust=rest, rustdag=rest day, gisteren=yesterday, moet=have to",
}  # fmt: skip
ONLY_ENGLISH = {
    "de": "Ohne Sprachmodell spreche ich leider nur Englisch. Schreib mir bitte auf Englisch; am Plan habe ich nichts "
          "geändert.",
    "fr": "Sans modèle de langue, je ne parle malheureusement qu'anglais. Écris-moi en anglais ; je n'ai rien changé "
          "au plan.",
    "es": "Sin modelo de lenguaje solo hablo inglés, lo siento. Escríbeme en inglés; no he cambiado nada en el plan.",
    "it": "Senza modello linguistico parlo solo inglese, mi dispiace. Scrivimi in inglese; non ho cambiato nulla nel "
          "piano.",
    "pt": "Sem modelo de linguagem só falo inglês, desculpa. Escreve-me em inglês; não mudei nada no plano.",
    "nl": "Zonder taalmodel spreek ik helaas alleen Engels. Schrijf me in het Engels; aan je schema is niets "
    "veranderd.",
    "other": "Offline I speak English only, sorry. Please write to me in English; nothing was changed.",
}  # fmt: skip
WORD_FOR_WORD = {
    "de": "(Deutsch lese ich nur Wort für Wort und antworte auf Englisch.)",
    "fr": "(Je lis le français mot à mot et je réponds en anglais.)",
    "es": "(Leo el español palabra por palabra y respondo en inglés.)",
    "it": "(Leggo l'italiano parola per parola e rispondo in inglese.)",
    "pt": "(Leio português palavra por palavra e respondo em inglês.)",
    "nl": "(Ik lees Nederlands woord voor woord en antwoord in het Engels.)",
}
_ENGLISH_TOO = frozenset(
    [
        "a",
        "an",
        "in",
        "on",
        "no",
        "to",
        "me",
        "as",
        "do",
        "of",
        "so",
        "was",
        "am",
        "is",
        "for",
        "with",
        "man",
        "week",
        "weekend",
        "plan",
        "the",
        "i",
        "will",
        "die",
    ]
)
_WORD = re.compile(r"j'|l'|d'|\d[\d.:,/h]*|[^\W\d_]+(?:['-][^\W\d_]+)*|[^\w\s]")
_AS_IT_IS = re.compile(r"[\d\W]|(?:km|k|mi)$")
_LONGEST_PHRASE = 4
_MOST = 0.6
NEARLY_ALL = 0.8  # the share of a message's words that must be known


@cache
def _table(language: str) -> dict[str, str]:
    words = dict(entry.strip().split("=") for entry in _WORDS[language].split(","))
    names = _CALENDAR[language].split()
    return dict(zip(names, (*_DAYS, *_MONTHS, *_NUMBERS), strict=True)) | words


@dataclass(frozen=True)
class Read:
    """A message of another language: which one, and its words in English; None where too little of it is known.

    `is_whole`: every word is known.
    """

    language: str
    english: str | None
    is_whole: bool = False


def read(text: str) -> Read | None:
    """The message in English, by the table that knows most of it; None where it is English, or might be.

    A message in an alphabet of its own is of the language ``other``, and nothing of it is known.
    """
    found = language_of(text)
    if found == "other":
        return Read(found, None)
    shares = {language: _share(text, language) for language in _WORDS}
    best = max(shares, key=lambda language: (shares[language], language == found))
    if found == "en" and not (shares[best] >= _MOST and _own(text, best) >= 2):
        return None
    if found != "en" and shares[best] < NEARLY_ALL:
        return Read(found, None)
    english = _in_order(_glossed(text, best)[0]) if shares[best] >= NEARLY_ALL else None
    return Read(best, english, is_whole=shares[best] == 1)


def in_english(text: str) -> str:
    """A text of another language word for word, line by line; words nobody knows, and an English text, stay."""
    language = language_of(text)
    if language not in _WORDS:
        return text
    return "\n".join(_in_order(_glossed(line, language)[0]) for line in text.splitlines())


def _share(text: str, language: str) -> float:
    _, known, count = _glossed(text, language)
    return known / count if count else 0.0


def _own(text: str, language: str) -> int:
    """How many words of a message are of this language and no English ones."""
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))
    own = [word for word in words if word in _table(language) and word not in _ENGLISH_TOO]
    return len([word for word in own if _table(language)[word] != word])  # "april" is English too


def _glossed(text: str, language: str) -> tuple[str, int, int]:
    """The message word for word, how many of its words are known, and how many it has."""
    table, words = _table(language), _WORD.findall(text.lower().replace("’", "'"))
    made: list[str] = []
    known = at = 0
    while at < len(words):
        for size in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + size]).replace("' ", "'")
            english = table.get(phrase, phrase if size == 1 and _AS_IT_IS.match(phrase) else None)
            if english is not None:
                made.append(english)
                known += len([word for word in words[at : at + size] if word[0].isalpha()])
                at += size
                break
        else:
            made.append(words[at])
            at += 1
    return " ".join(filter(None, made)), known, len([word for word in words if word[0].isalpha()])


def _in_order(text: str) -> str:
    """English words in a foreign order, set right where the order carries the sense."""
    text = re.sub(r"(\d+) ?\. (?=[a-z])", r"\1 ", text)  # "25. april"
    text = re.sub(rf"(\d) from (?={'|'.join(_MONTHS)})", r"\1 of ", text)
    text = re.sub(r"(a week,?) (?:in|on) (\d days)", r"\1 over \2", text)
    text = re.sub(r"\s+([.,!?:;])", r"\1", text)
    text = re.sub(r"\bon the (?=\w+day\b|\d)", "on ", re.sub(r"\bto (on )?the (?=\w+day\b|\d)", "to ", text))
    text = re.sub(r"\bthe (?=\w+day\b|\d|next\b|this\b)", "", text)
    text = re.sub(r"\b(can|could) (i )?((?:\S+ ){1,4}?)not run\b", r"\2\1 not run \3", text)
    text = re.sub(r"\bcan (on )?(\w+day|tomorrow|today) not\b", r"can not run on \2", text)
    text = re.sub(
        r"^((?:can|could) (?:i|you|we) |i want to )?(.*?) (move|swap|skip|cancel|"
        r"shorten)([.?!]*)$",
        r"\1\3 \2\4",
        text,
    )
    text = re.sub(r"\b(\w+day)s? off (\d+)", r"\1 \2", text)
    return " ".join(text.split())
