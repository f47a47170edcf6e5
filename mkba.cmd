@echo off
rem Runs mkba on Windows: as "mkba COMMAND ..." at a prompt, or clicked, or with scenario files dropped on it. Their
rem reports are then opened in the browser, and the window stays.
rem
rem   JAVA_HOME        which Java runs it (otherwise the one that came along, in runtime, or else the java on the PATH)
rem   MKBA_JAVA_OPTS   further options for Java
rem   MKBA_JAR         run this jar and build nothing
rem
rem Unpacked from a zip the command is in lib. In a checkout it is built when there is none, or its sources have changed since.
rem
rem Values are only expanded between quotation marks, so that names may have any character that Windows allows: with
rem percent signs where an exclamation mark must stay one, with exclamation marks where the text must not be read again.
setlocal EnableExtensions DisableDelayedExpansion
call :find_home
rem Windows starts this with nothing, or with the whole path of a file; somebody at a prompt, with a command.
set "mkba_clicked=yes"
if "%~1"=="" goto nothing_given
if /i not "%~f1"=="%~1" set "mkba_clicked="
:nothing_given
call :unless_at_a_prompt

set "mkba_java=%mkba_home%runtime\bin\java.exe"
if exist "%mkba_java%" goto java_found
if not defined JAVA_HOME goto java_on_path
set "mkba_java=%JAVA_HOME:"=%\bin\java.exe"
if exist "%mkba_java%" goto java_version
goto no_java
:java_on_path
set "mkba_java="
for %%j in (java.exe) do set "mkba_java=%%~$PATH:j"
if not defined mkba_java goto no_java
:java_version
rem The option came with Java 17.
"%mkba_java%" --enable-native-access=ALL-UNNAMED -version >nul 2>nul
if errorlevel 1 goto old_java
:java_found

set "mkba_program=%mkba_home%lib\mkba.jar"
if exist "%mkba_program%" goto jar_found
if not defined MKBA_JAR goto build
set "mkba_program=%MKBA_JAR:"=%"
if exist "%mkba_program%" goto jar_found
echo mkba: there is no file at MKBA_JAR ("%mkba_program%")>&2
goto failed

rem In a checkout. Beside the jar stands a copy of the sources that it was built from; what is newer than that has changed.
:build
if not exist "%mkba_home%pom.xml" goto no_jar
pushd "%mkba_home%"
set "mkba_made=mkba-cli\target\launcher"
set "mkba_newer="
if not exist "%mkba_made%\mkba.jar" set "mkba_newer=yes"
call :each_source list_newer
if not defined mkba_newer goto built
set "mkba_maven="
for %%m in (mvn.cmd) do set "mkba_maven=%%~$PATH:m"
if not defined mkba_maven goto without_maven
echo mkba: building, which takes a moment; needed once and after a change of the sources>&2
call :each_source copy_newer
call mvn -q -B -ntp -Dstyle.color=never -Dquick -pl mkba-cli -am package <nul >"%mkba_made%\build.log" 2>&1
if errorlevel 1 goto not_built
copy /y mkba-cli\target\quick\mkba.jar "%mkba_made%\mkba.jar" >nul
if errorlevel 1 goto not_built
del "%mkba_made%\build.log"
:built
popd
set "mkba_program=%mkba_home%mkba-cli\target\launcher\mkba.jar"

:jar_found
set "mkba_options=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8"
rem what mkba prints is UTF-8
set "mkba_page="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "mkba_page=%%c"
chcp 65001 >nul
if defined mkba_clicked goto window
"%mkba_java%" %mkba_options% %MKBA_JAVA_OPTS% -jar "%mkba_program%" %*
set "mkba_status=%ERRORLEVEL%"
if defined mkba_page chcp %mkba_page% >nul
exit /b %mkba_status%

rem A window of its own. Files that are dropped are taken from the line that Windows made of them, which is not read again:
rem it puts no quotation marks around a name with an ampersand or a caret in it.
:window
setlocal EnableDelayedExpansion
set "MKBA_WINDOW=yes"
set "MKBA_TYPED="
set "MKBA_DROPPED=!CMDCMDLINE!"
:next_file
"!mkba_java!" %mkba_options% %MKBA_JAVA_OPTS% -jar "!mkba_program!" open
set "mkba_status=!ERRORLEVEL!"
set "MKBA_DROPPED="
set "MKBA_TYPED="
set /p "MKBA_TYPED=> "
if defined MKBA_TYPED goto next_file
rem The window closes, and what stands behind an ampersand in a name is not run.
exit %mkba_status%

rem Where this file is. In a subroutine it is found however this file was called.
:find_home
set "mkba_home=%~dp0"
exit /b 0

rem What starts a program and nothing else is not a prompt.
:unless_at_a_prompt
setlocal EnableDelayedExpansion
set "mkba_line=!CMDCMDLINE!"
if "!mkba_line:/c=!"=="!mkba_line!" endlocal & set "mkba_clicked="
exit /b 0

:each_source
call :%1 . pom.xml
for %%m in (mkba-core mkba-scenarios mkba-json mkba-cli) do call :%1 %%m pom.xml
for %%m in (mkba-core mkba-scenarios mkba-json mkba-cli) do call :%1 %%m\src\main * /s
exit /b 0

rem xcopy lists the files that it would copy, and says last how many.
:list_newer
set "mkba_files=0"
if not exist "%mkba_made%\sources\%~1" mkdir "%mkba_made%\sources\%~1" 2>nul
for /f "delims=" %%n in ('xcopy "%~1\%~2" "%mkba_made%\sources\%~1" /d %~3 /i /y /l') do set /a mkba_files+=1
if not "%mkba_files%"=="1" set "mkba_newer=yes"
exit /b 0

:copy_newer
xcopy "%~1\%~2" "%mkba_made%\sources\%~1" /d %~3 /i /y /q >nul
exit /b 0

:not_built
type "%mkba_made%\build.log" >&2
rmdir /s /q "%mkba_made%\sources"
echo mkba: the build failed, see above; "mvn verify" in "%mkba_home%" builds and checks everything>&2
popd
goto failed

:without_maven
for %%j in (mkba-cli\target\mkba.jar mkba-cli\target\quick\mkba.jar "%mkba_made%\mkba.jar") do if exist "%%~j" set "mkba_program=%%~fj"
set "mkba_built="
if exist "%mkba_made%\mkba.jar" set "mkba_built=yes"
popd
if not exist "%mkba_program%" goto no_maven
if defined mkba_built echo mkba: Maven 3.8 or later is needed to build the command, and there is no mvn on the PATH; running what was built before>&2
goto jar_found

:no_maven
echo mkba: Maven 3.8 of later is nodig om dit te bouwen, en staat niet op het PATH. De zip van mkba heeft het niet nodig.>&2
echo mkba: Maven 3.8 or later is needed to build this, and there is no mvn on the PATH. The zip of mkba does without.>&2
goto failed

:no_jar
echo mkba: lib\mkba.jar ontbreekt. Pak de hele zip uit, en begin dan opnieuw.>&2
echo mkba: lib\mkba.jar is missing. Unpack the whole zip, and start again.>&2
goto failed

:old_java
echo mkba: dit Java is te oud: "%mkba_java%">&2
echo mkba: this Java is too old: "%mkba_java%">&2
"%mkba_java%" -version
:no_java
if defined JAVA_HOME echo mkba: JAVA_HOME="%JAVA_HOME:"=%">&2
echo.>&2
echo Om mkba te gebruiken is Java 17 of later nodig. Haal het (gratis) op, installeer het en begin opnieuw:>&2
echo   https://adoptium.net>&2
echo.>&2
echo To use mkba, Java 17 or later is needed. Get it (free of charge), install it and start again:>&2
echo   https://adoptium.net>&2

:failed
if not defined mkba_clicked exit /b 1
pause
exit 1
