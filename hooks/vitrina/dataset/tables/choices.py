"""The few ids that some columns hold, each with its title in both languages."""

from vitrina.dataset.languages import Both

STAGES = {
    "plan": Both("план", "plan"),
    "revised": Both("уточнённый план", "revised plan"),
    "actual": Both("факт", "actual"),
}
STATUSES = {
    "no-data": Both("нет данных", "no data"),
    "not-applicable": Both("не применимо", "not applicable"),
    "not-published": Both("не опубликовано", "not published"),
}
REQUISITE_STATUSES = {
    "left-blank": Both("в документе оставлено пустым", "left blank in the document"),
    **STATUSES,
}
DOCUMENT_KINDS = {
    "edition": Both("редакция", "edition"),
    "report": Both("отчёт", "report"),
    "appendix": Both("приложение", "appendix"),
}
COVERS = {
    "whole": Both("вся программа", "the whole programme"),
    "part": Both("часть программы", "a part of the programme"),
}
PUBLICATIONS = {
    "published": Both("опубликован", "published"),
    "missing": Both("не опубликован", "not published"),
}
LINE_KINDS = {
    "programme": Both("программа", "programme"),
    "subprogramme": Both("подпрограмма", "subprogramme"),
    "measure": Both("мероприятие", "measure"),
}
GOAL_KINDS = {
    "goal": Both("цель", "goal"),
    "task": Both("задача", "task"),
}
PASSPORT_FIELDS = {
    "name": Both("наименование программы", "name of the programme"),
    "basis": Both("основание для разработки", "basis for drawing it up"),
    "executor": Both("ответственный исполнитель", "responsible executor"),
    "coexecutor": Both("соисполнитель", "co-executor"),
    "period": Both("сроки реализации", "period"),
    "indicators": Both("перечень показателей", "list of indicators"),
    "resources": Both("ресурсное обеспечение", "resources"),
}
TOTALS_CHECKED = {
    "by-year": Both("итог года по источникам", "a year's total over the sources"),
    "by-source": Both("итог источника по годам", "a source's total over the years"),
    "grand": Both("общий итог", "the grand total"),
}
TEXTS = {
    "purpose": Both("на что деньги", "what the money is for"),
    "covers": Both("что входит в программу", "what the programme takes in"),
}
