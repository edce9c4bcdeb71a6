/** Twin of {@code bench/programs/numeric_fannkuch.py}. */
final class Fannkuch {
    private static final int SIZE = 8;

    private static int flips(int[] start) {
        int[] pile = start.clone();
        int count = 0;
        int first = pile[0];
        while (first != 0) {
            for (int low = 0, high = first; low < high; low++, high--) {
                int t = pile[low];
                pile[low] = pile[high];
                pile[high] = t;
            }
            count++;
            first = pile[0];
        }
        return count;
    }

    private static long unit() {
        int[] pile = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            pile[i] = i;
        }
        int[] turns = new int[SIZE];
        int most = 0;
        long total = 0;
        int sign = 1;
        while (true) {
            int count = flips(pile);
            most = Math.max(most, count);
            total += sign * count;
            sign = -sign;
            int k = 1;
            while (k < SIZE) {
                int first = pile[0];
                for (int i = 0; i < k; i++) {
                    pile[i] = pile[i + 1];
                }
                pile[k] = first;
                turns[k]++;
                if (turns[k] <= k) {
                    break;
                }
                turns[k] = 0;
                k++;
            }
            if (k == SIZE) {
                return most * 1000000L + total;
            }
        }
    }

    public static void main(String[] args) {
        Harness.run(args, Fannkuch::unit);
    }
}
