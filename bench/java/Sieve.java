/** Twin of {@code bench/programs/numeric_sieve.py}. */
final class Sieve {
    private static final int LIMIT = 400000;

    private static int[] primes(int limit) {
        boolean[] prime = new boolean[limit];
        java.util.Arrays.fill(prime, 2, limit, true);
        for (int n = 2; n * n < limit; n++) {
            if (prime[n]) {
                for (int multiple = n * n; multiple < limit; multiple += n) {
                    prime[multiple] = false;
                }
            }
        }
        int[] found = new int[16];
        int count = 0;
        for (int n = 0; n < limit; n++) {
            if (prime[n]) {
                if (count == found.length) {
                    found = java.util.Arrays.copyOf(found, 2 * count);
                }
                found[count++] = n;
            }
        }
        return java.util.Arrays.copyOf(found, count);
    }

    private static long unit() {
        int[] found = primes(LIMIT);
        long checksum = 0;
        for (int i = 1; i < found.length; i++) {
            checksum = (checksum * 31 + found[i] - found[i - 1]) % 1000000007;
        }
        return checksum + found.length;
    }

    public static void main(String[] args) {
        Harness.run(args, Sieve::unit);
    }
}
