#compdef kesbang-iku
# zsh completion for kesbang-iku; put it as _kesbang-iku into a folder of $fpath:
#   kesbang-iku completion zsh > ~/.zfunc/_kesbang-iku
@WORDS@

_kesbang_iku() {
    emulate -L zsh
    local cur=${words[CURRENT]} prev=${words[CURRENT-1]}
    local command='' commands='' options='' kind='-' list='' name i
    local -a proposed
    # --format=json is one word here.
    if [[ $cur == --*=* ]]; then
        prev=${cur%%=*}
        compset -P '*='
    fi
    for ((i = 2; i < CURRENT; i++)); do
        case ${words[i]} in
        @VALUED@) ((i++)) ;;
        -*) ;;
        *)
            command=${words[i]}
            break
            ;;
        esac
    done
@CASES@
    if [[ $PREFIX == -* ]]; then
        proposed=(${(s: :)options})
        compadd -a proposed
        return
    fi
    case $kind in
    BERKAS)
        _files
        return
        ;;
    COMMANDS) proposed=(${(s: :)commands}) ;;
    -) return 1 ;;
    *)
        name=_kesbang_iku_words_$kind
        proposed=("${(@f)${(P)name}}")
        ;;
    esac
    compadd -a proposed
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _kesbang_iku "$@"
else
    compdef _kesbang_iku kesbang-iku
fi
