# Usage: offered.fish FOLDER SCRIPT LINE: prints what a Tab at the end of the line offers.
cd $argv[1]; or exit 1
source $argv[2]
complete -C "$argv[3]" | string replace -r '\t.*' ''
