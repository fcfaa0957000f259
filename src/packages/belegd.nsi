; The installer for Windows: for who has no rights of an administrator, into the folder of the user. It puts belegd on the path
; of the user and a shortcut in the start menu; what removes it takes both away and leaves every model as it is.
; makensis -DVERSION=0.1 -DFROM=FOLDER -DOUT=FILE belegd.nsi; by src/packages/make.sh
Unicode true
Target amd64-unicode
Name "belegd ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\belegd"
InstallDirRegKey HKCU "Software\belegd" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDateSave off
ManifestDPIAware true

!include MUI2.nsh
!include StrFunc.nsh
${UnStrRep}
${StrStr}
!define REMOVED "Software\Microsoft\Windows\CurrentVersion\Uninstall\belegd"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_SHOWREADME "$INSTDIR\LEESMIJ.txt"
!define MUI_FINISHPAGE_SHOWREADME_TEXT "LEESMIJ.txt"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Dutch"
!insertmacro MUI_LANGUAGE "English"
LangString prompt ${LANG_DUTCH} "belegd (opdrachtregel)"
LangString prompt ${LANG_ENGLISH} "belegd (command line)"
LangString path_too_long ${LANG_DUTCH} "Het pad is te lang om te wijzigen; zet $INSTDIR er zelf in."
LangString path_too_long ${LANG_ENGLISH} "The path is too long to change; put $INSTDIR into it yourself."

; A variable that is longer than this may have been cut off when it was read: who writes it back loses its end.
!define LONGEST 900

Section
    SetOutPath "$INSTDIR"
    File "${FROM}/belegd.exe"
    File "${FROM}/LEESMIJ.txt"
    File "${FROM}/LICENSE.txt"
    File "${FROM}/LICENCES-OF-OTHERS.txt"
    WriteUninstaller "$INSTDIR\verwijderen.exe"
    WriteRegStr HKCU "Software\belegd" "Folder" "$INSTDIR"
    WriteRegStr HKCU "${REMOVED}" "DisplayName" "belegd"
    WriteRegStr HKCU "${REMOVED}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${REMOVED}" "DisplayIcon" "$INSTDIR\belegd.exe"
    WriteRegStr HKCU "${REMOVED}" "UninstallString" '"$INSTDIR\verwijderen.exe"'
    WriteRegStr HKCU "${REMOVED}" "QuietUninstallString" '"$INSTDIR\verwijderen.exe" /S'
    WriteRegDWORD HKCU "${REMOVED}" "NoModify" 1
    WriteRegDWORD HKCU "${REMOVED}" "NoRepair" 1

    SetOutPath "$DOCUMENTS"
    CreateShortcut "$SMPROGRAMS\$(prompt).lnk" "$SYSDIR\cmd.exe" '/k ""$INSTDIR\belegd.exe" help"'

    ReadRegStr $0 HKCU "Environment" "Path"
    StrLen $1 "$0$INSTDIR"
    ${StrStr} $2 ";$0;" ";$INSTDIR;"
    ${If} $1 > ${LONGEST}
        DetailPrint "$(path_too_long)"
    ${ElseIf} $2 == ""
        ${If} $0 == ""
            WriteRegExpandStr HKCU "Environment" "Path" "$INSTDIR"
        ${Else}
            WriteRegExpandStr HKCU "Environment" "Path" "$0;$INSTDIR"
        ${EndIf}
        SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
    ${EndIf}
SectionEnd

Section Uninstall
    Delete "$INSTDIR\belegd.exe"
    Delete "$INSTDIR\LEESMIJ.txt"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\LICENCES-OF-OTHERS.txt"
    Delete "$INSTDIR\verwijderen.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\belegd (opdrachtregel).lnk"
    Delete "$SMPROGRAMS\belegd (command line).lnk"
    DeleteRegKey HKCU "${REMOVED}"
    DeleteRegKey HKCU "Software\belegd"

    ReadRegStr $0 HKCU "Environment" "Path"
    StrLen $1 "$0"
    ${If} $1 <= ${LONGEST}
        ${UnStrRep} $2 ";$0;" ";$INSTDIR;" ";"
        StrCpy $2 $2 "" 1 ; without the marks that were put around it
        StrLen $1 $2
        ${If} $1 > 0
            IntOp $1 $1 - 1
            StrCpy $2 $2 $1
        ${EndIf}
        ${If} $2 != $0
            ${If} $2 == ""
                DeleteRegValue HKCU "Environment" "Path"
            ${Else}
                WriteRegExpandStr HKCU "Environment" "Path" "$2"
            ${EndIf}
            SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
        ${EndIf}
    ${EndIf}
SectionEnd
