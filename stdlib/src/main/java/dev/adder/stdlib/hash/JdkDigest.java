package dev.adder.stdlib.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** MD5, SHA-1 and SHA-2 by the JDK's own code (HotSpot has intrinsics for them). */
final class JdkDigest implements Digest {

    private final MessageDigest state;

    JdkDigest(String algorithm) {
        try {
            state = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JdkDigest(MessageDigest state) {
        this.state = state;
    }

    @Override
    public void update(byte[] data) {
        state.update(data);
    }

    @Override
    public byte[] digest(int length) {
        return copy().state.digest();
    }

    @Override
    public JdkDigest copy() {
        try {
            return new JdkDigest((MessageDigest) state.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
