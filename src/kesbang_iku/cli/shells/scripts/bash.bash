# bash completion for kesbang-iku; put it where bash looks for completions:
#   kesbang-iku completion bash > ~/.local/share/bash-completion/completions/kesbang-iku
@WORDS@

_kesbang_iku() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local command='' commands='' options='' kind='-' quote='' list='' name word i
    # --format=json comes as three words.
    if [[ $cur == '=' ]]; then
        cur=''
    elif [[ $prev == '=' ]]; then
        prev=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        @VALUED@) ((i++)) ;;
        -*|'=') ;;
        *)
            command=${COMP_WORDS[i]}
            break
            ;;
        esac
    done
@CASES@
    COMPREPLY=()
    if [[ $cur == -* ]]; then
        while read -r word; do
            COMPREPLY+=("$word")
        done < <(compgen -W "$options" -- "$cur")
        return
    fi
    case $kind in
    BERKAS)
        compopt -o default 2>/dev/null
        return
        ;;
    COMMANDS) list=${commands// /$'\n'} ;;
    -) return ;;
    *)
        name=_kesbang_iku_words_$kind
        list=${!name}
        ;;
    esac
    if [[ $cur == [\"\']* ]]; then
        quote=${cur:0:1}
        cur=${cur:1}
    else
        cur=${cur//\\/}
    fi
    while IFS= read -r word; do
        if [[ $word == "$cur"* ]]; then
            [[ -n $quote ]] || printf -v word '%q' "$word"
            COMPREPLY+=("$word")
        fi
    done <<<"$list"
}
complete -F _kesbang_iku kesbang-iku
