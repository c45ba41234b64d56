package sst.repl.source;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, by their longest common subsequence. */
final class LineDiff {
    private LineDiff() {}

    /**
     * Lines in one place that differ.
     *
     * @param at index of the first one in the old text
     */
    record Hunk(int at, List<String> removed, List<String> added) {}

    static List<Hunk> of(List<String> old, List<String> now) {
        int[][] common = lengths(old, now);
        List<Hunk> hunks = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
                continue;
            }
            int at = i;
            int from = j;
            while (!isTogether(old, now, i, j)) {
                boolean isRemoved = j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1]);
                i += isRemoved ? 1 : 0;
                j += isRemoved ? 0 : 1;
            }
            hunks.add(new Hunk(at, old.subList(at, i), now.subList(from, j)));
        }
        return hunks;
    }

    private static boolean isTogether(List<String> old, List<String> now, int i, int j) {
        boolean isEnd = i == old.size() && j == now.size();
        return isEnd || (i < old.size() && j < now.size() && old.get(i).equals(now.get(j)));
    }

    private static int[][] lengths(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
