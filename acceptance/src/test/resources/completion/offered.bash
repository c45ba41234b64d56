# Usage: offered.bash FOLDER SCRIPT LINE: prints what a Tab at the end of the line offers.
cd "$1" || exit 1
source "$2"
# As readline does, "=" is a word of its own.
read -r -a COMP_WORDS <<<"${3//=/ = }"
[[ $3 != *' ' && $3 != *= ]] || COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMPREPLY=()
_sst
printf '%s\n' "${COMPREPLY[@]}"
