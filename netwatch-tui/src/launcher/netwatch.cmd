@echo off
rem Finds its own folder and a Java of 17 or later, and runs netwatch with it. Its neighbours are lib\ (the jars),
rem netwatch.jsa (the class-data archive) and netwatch.jdk (the JDK that one was made for). Move all of them together;
rem lib\make-archive.cmd makes a new archive for the new place. No parentheses around lines: a folder may have some.
setlocal EnableExtensions DisableDelayedExpansion

rem The JVM's flags are those of the script for other systems, which says why.
set "flags=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms32m -Xmx768m -Xmn12m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:-UsePerfData -Xshare:auto -Dguice_bytecode_gen_option=DISABLED"
rem What the JVM itself has to say must never be among the data on standard output.
set "quiet=-XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr"

set "here=%~dp0"
if not exist "%here%lib\netwatch-tui.jar" goto no_jar

rem 1. The Java: JAVA_HOME, else the path.
if not defined JAVA_HOME goto java_of_path
set "jdk=%JAVA_HOME:"=%"
if "%jdk:~-1%"=="\" set "jdk=%jdk:~0,-1%"
set "java=%jdk%\bin\java.exe"
if not exist "%java%" goto no_java_home
goto have_java
:java_of_path
set "java="
for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java goto no_java
for %%j in ("%java%") do set "jdk=%%~dpj.."
for %%j in ("%jdk%") do set "jdk=%%~fj"
:have_java

rem 2. Its version: the release file beside it says, or the program itself.
set "version="
set "release="
if not exist "%jdk%\release" goto ask_java
for /f "usebackq tokens=1,2 delims==" %%a in ("%jdk%\release") do if "%%a"=="JAVA_VERSION" set "version=%%~b"
for /f "usebackq tokens=1,2 delims==" %%a in ("%jdk%\release") do if "%%a"=="JAVA_RUNTIME_VERSION" set "release=%%~b"
if defined version goto have_version
:ask_java
rem From its folder, for a command between quotation marks loses them here.
for %%j in ("%java%") do pushd "%%~dpj"
for /f "tokens=2,3" %%a in ('.\java.exe -version 2^>^&1') do if "%%a"=="version" set "version=%%~b"
popd
:have_version
set "major="
if defined version for /f "tokens=1,2 delims=.-+_" %%a in ("%version%") do if "%%a"=="1" (set "major=%%b") else set "major=%%a"
if not defined major goto unknown_java
set /a number=major
if %number% EQU 0 goto unknown_java
if %number% LSS 17 goto old_java

rem 3. The archive, if it was made for this JDK.
set "archive="
set "made_for="
set "made_release="
if not exist "%here%netwatch.jsa" goto run
if not exist "%here%netwatch.jdk" goto run
for /f "usebackq tokens=1,* delims==" %%a in ("%here%netwatch.jdk") do if "%%a"=="jdk" set "made_for=%%b"
for /f "usebackq tokens=1,* delims==" %%a in ("%here%netwatch.jdk") do if "%%a"=="release" set "made_release=%%b"
if /i not "%made_for%"=="%jdk%" goto run
if not "%made_release%"=="%release%" goto run
set archive="-XX:SharedArchiveFile=%here%netwatch.jsa"

rem 4. Run it. The user's own options come last, and so win.
:run
"%java%" %flags% %quiet% %archive% %NETWATCH_JAVA_OPTS% -jar "%here%lib\netwatch-tui.jar" %*
exit /b %ERRORLEVEL%

:no_jar
>&2 echo netwatch: "%here%lib\netwatch-tui.jar" is missing; build it with: mvn -q -DskipTests package
exit /b 1
:no_java
>&2 echo netwatch: no java found; install Java 17 or later, or point JAVA_HOME at one
exit /b 1
:no_java_home
>&2 echo netwatch: JAVA_HOME is "%jdk%", but there is no bin\java.exe in it; point it at Java 17 or later, or unset it
exit /b 1
:unknown_java
>&2 echo netwatch: cannot tell the version of "%java%"; point JAVA_HOME at Java 17 or later
exit /b 1
:old_java
>&2 echo netwatch: "%java%" is Java %major%; netwatch needs Java 17 or later, point JAVA_HOME at one
exit /b 1
