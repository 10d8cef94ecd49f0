#!/usr/bin/env bash
# Dieharder's tests of the words at standard input, most of -a; each reads on where the one before ended. What is weak or
# failed is tested again on four times as many words.
one() {
    local row
    row=$(dieharder -g 200 -D 504 "$@")
    echo "$row"
    if grep -q 'WEAK\|FAILED' <<< "$row"; then
        echo "again, -m 4:"
        dieharder -g 200 -D 504 "$@" -m 4
    fi
}

for d in 0 1 2 3 4 8 9 10 11 12 13 15 16 100 101 102; do one -d "$d"; done
for n in 1 2 3 4 5 6 7 8; do one -d 200 -n "$n"; done
for d in 201 202; do for n in 2 3 4 5; do one -d "$d" -n "$n"; done; done
for n in 0 1 2 3; do one -d 203 -n "$n"; done
for d in 205 206 207; do one -d "$d"; done
for n in 0 1; do one -d 208 -n "$n"; done
one -d 209 -n 12
