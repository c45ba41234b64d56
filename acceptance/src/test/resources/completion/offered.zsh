# Usage: offered.zsh FOLDER SCRIPT LINE: prints what a Tab at the end of the line offers.
# An interactive shell behind a pseudo-terminal, in which every call of compadd tells what it adds.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= PS2=; stty -echo; cd ${(q)1}; autoload -Uz compinit; compinit -D -u; source ${(q)2}
compadd() {
  builtin compadd \"\$@\"
  case \" \$* \" in
    *' -O '*|*' -A '*|*' -D '*) return ;;
  esac
  local -a offered
  builtin compadd -O offered \"\$@\"
  print -rl -- \"<\"\${^offered}\">\"
}
complete-and-end() { zle complete-word; print -r '<<end>>' }
zle -N complete-and-end
bindkey '^I' complete-and-end
setopt NO_LIST_BEEP NO_AUTO_MENU
print '<<rea''dy>>'"
while zpty -r shell line; do [[ $line == *'<<ready>>'* ]] && break; done
zpty -w -n shell "$3"$'\t'
while zpty -r shell line; do
  [[ $line == *'<<end>>'* ]] && break
  [[ $line == *'<'*'>'* ]] && print -r -- ${${line#*<}%%>*}
done
zpty -d shell
