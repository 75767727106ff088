@echo off
rem Double click: prepares the program once, shows the site on this computer and opens it in the browser.
chcp 65001 >nul
cd /d "%~dp0"
if exist .venv\Scripts\python.exe goto show
echo Готовим программу: минута-другая, только в первый раз.
py -3 -m venv .venv || python -m venv .venv || goto failed
.venv\Scripts\python -m pip install --quiet --requirement requirements.txt || goto failed
if not exist pyproject.toml goto show
.venv\Scripts\python -m pip install --quiet --no-deps --no-build-isolation -e . || goto failed
:show
.venv\Scripts\python -m vitrina serve --open
pause
exit /b
:failed
rmdir /s /q .venv 2>nul
echo Не получилось. Поставьте Python 3.11 или новее, отметьте при этом «Add python.exe to PATH» и повторите.
pause
