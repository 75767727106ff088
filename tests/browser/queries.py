"""What people look for, and the page that must come first: on the site and in its copy for a folder."""

RUSSIAN = {
    # Words that people use and the document does not.
    "садик": "education/subprogrammes/preschool/",
    "ясли": "education/subprogrammes/preschool/",
    "деньги на садик": "education/subprogrammes/preschool/",
    "деньги на школу": "education/subprogrammes/general/",
    "продлёнка": "education/subprogrammes/general/",
    "продленка": "education/subprogrammes/general/",
    "ЕГЭ": "education/indicators/school-leaving-certificates/",
    "демография": "education/indicators/births/",
    "логопед": "education/indicators/consultation-points/",
    "жалоба": "education/gaps/",
    "бюджет": "education/funding/",
    # Any form of a word.
    "очередь": "education/indicators/queue/",
    "в очереди": "education/indicators/queue/",
    "очередь в садик": "education/indicators/queue/",
    "кружки": "education/indicators/clubs/",
    "кружок": "education/indicators/clubs/",
    "секцию": "education/indicators/clubs/",
    "рождаемости": "education/indicators/births/",
    "лагеря": "education/subprogrammes/holidays/",
    "каникулами": "education/subprogrammes/holidays/",
    "опека": "education/subprogrammes/management/",
    "пенсионерами": "education/indicators/pensioners/",
    "олимпиады": "education/indicators/winners/",
    "рисками": "education/risks/",
    "обещания": "education/goals/",
    # ё and е are one letter.
    "приемная семья": "glossary/#term-foster",
    "приёмная семья": "glossary/#term-foster",
    "уточненный план": "glossary/#term-plan",
    # Figures and years.
    "2019 год": "education/funding/2019/",
    "деньги": "education/funding/",
    # Words of the papers.
    "ФГОС": "glossary/#term-fgos",
    "аттестация": "glossary/#term-attestation",
    "инклюзия": "glossary/#term-inclusion",
    "соисполнитель": "glossary/#term-coexecutor",
    "паспорт программы": "glossary/#term-passport",
    "сверка": "education/check/",
    "приложения": "education/documents/",
    # Questions as they are asked.
    "кто платит": "education/funding/",
    "сколько получают педагоги": "education/questions/#question-salary",
    "нужно ли покупать учебники": "education/questions/#question-textbooks",
    "возьмут ли ребёнка полутора лет": "education/questions/#question-one-and-a-half",
    # The keyboard was switched to Latin letters.
    "cflbr": "education/subprogrammes/preschool/",
    "jxthtlm": "education/indicators/queue/",
    "ghjlk`yrf": "education/subprogrammes/general/",
    "<.l;tn": "education/funding/",
    ",.l;tn": "education/funding/",
    "cdthrf": "education/check/",
}
ENGLISH = {
    "nursery": "en/education/subprogrammes/preschool/",
    "kindergarten": "en/education/subprogrammes/preschool/",
    "waiting list": "en/education/indicators/queue/",
    "after-school activities": "en/education/indicators/clubs/",
    "budget": "en/education/funding/",
    "orphans": "en/education/subprogrammes/management/",
    "dictionary": "en/glossary/",
    "фгерщкы": "en/about/",  # “authors” on a Russian keyboard
    "лштвукпфкеут": "en/education/subprogrammes/preschool/",  # “kindergarten”
}
