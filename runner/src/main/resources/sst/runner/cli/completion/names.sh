# Names come from files of the project, never from a run of sst. _sst_app and _sst_stage are set by the caller.
_sst_names() {
  case $1 in
    stage) find "$_sst_app/.sst/assembly" -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sed 's/.*\///' | sort ;;
    stack) _sst_index | grep -o ':{"name":"[^"]*","resources"' | cut -d'"' -f4 | sort -u ;;
    function) _sst_index | grep -o '"construct":"[^"]*","type":"Function"' | cut -d'"' -f4 | sort -u ;;
    script)
      ls "$_sst_app/scripts" 2>/dev/null | sed -n 's/\.\(groovy\|java\|jsh\)$//p' |
        sed 's/\([a-z0-9]\)\([A-Z]\)/\1-\2/g; s/_/-/g' | tr '[:upper:]' '[:lower:]' | sort -u
      ;;
    profile)
      sed -n 's/^\[\(profile \)\{0,1\}\([^]]*\)\]$/\2/p' "${AWS_CONFIG_FILE:-$HOME/.aws/config}" 2>/dev/null
      ;;
    any) ;;
    *) printf '%s\n' "$1" | tr ' ' '\n' ;;
  esac
}

# What the last assembly of the stage says, or of all stages when none is known.
_sst_index() {
  local stage="${_sst_stage:-$SST_STAGE}"
  [ -n "$stage" ] || stage=$(cat "$_sst_app/.sst/stage" 2>/dev/null)
  if [ -n "$stage" ]; then
    cat "$_sst_app/.sst/assembly/$stage/sst.json" 2>/dev/null
  else
    find "$_sst_app/.sst/assembly" -maxdepth 2 -name sst.json -exec cat {} + 2>/dev/null
  fi
}

# The kind of value that an option of a command takes; nothing where it takes none.
_sst_kind() {
  _sst_options "$1" | sed -n "s/^$2$_sst_tab\([^$_sst_tab]*\)$_sst_tab.*/\1/p"
}

_sst_tab=$(printf '\t')

# Reads the words before the cursor: _sst_command, _sst_count of its arguments, _sst_app, _sst_stage.
_sst_read() {
  local word option=''
  _sst_command='' _sst_count=0 _sst_app=. _sst_stage=''
  for word in "$@"; do
    case $option in
      --app) _sst_app=$word ;;
      --stage) _sst_stage=$word ;;
    esac
    if [ -n "$option" ]; then
      option=''
      continue
    fi
    case $word in
      --app=*) _sst_app=${word#*=} ;;
      --stage=*) _sst_stage=${word#*=} ;;
      -*=*) ;;
      -*) [ -z "$(_sst_kind "$_sst_command" "$word")" ] || option=$word ;;
      *)
        if [ -z "$_sst_command" ]; then
          _sst_command=$word
        else
          _sst_count=$((_sst_count + 1))
        fi
        ;;
    esac
  done
  _sst_option=$option
}

# The kind of the argument at the cursor: that of its place, or the last.
_sst_word() {
  local kind
  kind=$(_sst_words "$_sst_command" | sed -n "$((_sst_count + 1))p")
  [ -n "$kind" ] || kind=$(_sst_words "$_sst_command" | sed -n '$p')
  printf '%s' "$kind"
}
