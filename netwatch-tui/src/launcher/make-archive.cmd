@echo off
rem Makes a class-data archive for the folder above and one JDK, so that netwatch starts faster. The build runs it; run it
rem again when the folder was moved. Needs JAVA_HOME. Exit code 3: netwatch works, but starts slower.
setlocal EnableExtensions DisableDelayedExpansion
cd /d "%~dp0.." || exit /b 1
del /q netwatch.jsa netwatch.jsa.new netwatch.jdk 2>nul
if not defined JAVA_HOME goto slower
set "jdk=%JAVA_HOME:"=%"
if "%jdk:~-1%"=="\" set "jdk=%jdk:~0,-1%"
if not exist "%jdk%\release" goto slower
set "release="
for /f "usebackq tokens=1,2 delims==" %%a in ("%jdk%\release") do if "%%a"=="JAVA_RUNTIME_VERSION" set "release=%%~b"
if not defined release goto slower

rem The training run keeps its files away from the user's.
set "NETWATCH_HOME=%TEMP%\netwatch-training-%RANDOM%%RANDOM%"
set "NETWATCH_JAVA_OPTS=-XX:ArchiveClassesAtExit=netwatch.jsa.new %NETWATCH_JAVA_OPTS%"
call "%~dp0..\netwatch.cmd" doctor --offline >netwatch.jsa.log 2>&1
set "status=%ERRORLEVEL%"
rd /s /q "%NETWATCH_HOME%" 2>nul
if not "%status%"=="0" goto slower
if not exist netwatch.jsa.new goto slower
del /q netwatch.jsa.log
>netwatch.jdk echo jdk=%jdk%
>>netwatch.jdk echo release=%release%
move /y netwatch.jsa.new netwatch.jsa >nul
exit /b 0

:slower
>&2 echo netwatch: no class-data archive could be made; netwatch works without it, but starts slower
exit /b 3
