@echo off
rem Runs mkba with the Java that came with it, in runtime. MKBA_JAVA_OPTS holds further options for Java.
setlocal
chcp 65001 >nul
"%~dp0runtime\bin\java.exe" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 %MKBA_JAVA_OPTS% -jar "%~dp0lib\mkba.jar" %*
exit /b %ERRORLEVEL%
