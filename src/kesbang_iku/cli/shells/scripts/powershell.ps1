# PowerShell completion for kesbang-iku; add it to the profile:
#   kesbang-iku completion powershell >> $PROFILE
@WORDS@

Register-ArgumentCompleter -Native -CommandName kesbang-iku -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @($commandAst.CommandElements | Where-Object {
        $_.Extent.EndOffset -lt $cursorPosition
    } | ForEach-Object { $_.Extent.Text } | Select-Object -Skip 1)
    $command = ''
    for ($i = 0; $i -lt $before.Count; $i++) {
        if ($KesbangIkuTakes[''].ContainsKey($before[$i])) {
            if ($KesbangIkuTakes[''][$before[$i]] -ne '') { $i++ }
        } elseif (-not $before[$i].StartsWith('-')) {
            $command = $before[$i]
            break
        }
    }
    $takes = $KesbangIkuTakes[$command]
    if ($null -eq $takes) { return }
    $previous = if ($before.Count) { $before[-1] } else { '' }
    $typed = $wordToComplete.Trim("'", '"')
    $kind = if ($takes[$previous]) { $takes[$previous] } else { $takes['*'] }
    $proposed = if ($typed.StartsWith('-')) {
        $takes.Keys | Where-Object { $_ -ne '*' } | Sort-Object
    } else {
        $KesbangIkuWords[$kind]
    }
    # Where nothing is proposed, PowerShell proposes files.
    $proposed | Where-Object {
        $_ -and $_.StartsWith($typed, 'OrdinalIgnoreCase')
    } | ForEach-Object {
        $text = if ($_ -match "[ ']") { "'" + $_.Replace("'", "''") + "'" } else { $_ }
        [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
    }
}
