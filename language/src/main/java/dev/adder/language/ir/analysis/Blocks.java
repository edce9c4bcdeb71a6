package dev.adder.language.ir.analysis;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The basic blocks of a code, in order of pc. A block ends at a jump, before a jump's or handler's target, and where
 * the handler changes, so that all of a block raises to one place. Blocks that cannot be reached do not occur (the
 * builder drops such code).
 */
public final class Blocks {
    /** A run of instructions {@code [start, end)}. */
    public static final class Block {
        public final int index;
        public final int start;
        public final int end;
        /** pc of the last instruction. */
        public final int last;
        final List<Block> successors = new ArrayList<>(2);
        final List<Block> predecessors = new ArrayList<>(2);
        /** Where an instruction of the block that raises goes, or null. */
        Block handler;
        int exceptionRegister = -1;
        boolean loopHeader;

        Block(int index, int start, int end, int last) {
            this.index = index;
            this.start = start;
            this.end = end;
            this.last = last;
        }

        /** Normal successors: the next block first, if control can fall through, then the target. */
        public List<Block> successors() {
            return successors;
        }

        /** Normal predecessors, and for a handler the blocks it covers. */
        public List<Block> predecessors() {
            return predecessors;
        }

        public Block handler() {
            return handler;
        }

        /** The register that takes the exception when the block raises to its handler, or -1. */
        public int exceptionRegister() {
            return exceptionRegister;
        }

        /** Whether a LOOP comes back to the block's start. */
        public boolean isLoopHeader() {
            return loopHeader;
        }
    }

    /** A natural loop. */
    public record Loop(Block header, List<Integer> backEdges, BitSet blocks) {
        public boolean contains(Block block) {
            return blocks.get(block.index);
        }
    }

    private final Code code;
    private final List<Block> blocks = new ArrayList<>();
    private final Block[] starts;
    private List<Loop> loops;

    public Blocks(Code code) {
        this.code = code;
        this.starts = new Block[code.code.length + 1];
        split(leaders());
        connect();
    }

    private boolean[] leaders() {
        int[] insns = code.code;
        boolean[] leaders = new boolean[insns.length + 1];
        leaders[0] = true;
        int pc = 0;
        while (pc < insns.length) {
            Op op = Op.of(insns[pc]);
            int next = pc + op.length(insns, pc);
            int target = op.targetOffset();
            if (target > 0) {
                leaders[insns[pc + target]] = true;
                leaders[next] = true;
            } else if (op.endsBlock()) {
                leaders[next] = true;
            }
            pc = next;
        }
        for (int i = 0; i < code.exceptions.length; i += 4) {
            leaders[code.exceptions[i]] = true;
            leaders[code.exceptions[i + 1]] = true;
            leaders[code.exceptions[i + 2]] = true;
        }
        return leaders;
    }

    private void split(boolean[] leaders) {
        int[] insns = code.code;
        int start = 0;
        int last = 0;
        int pc = 0;
        while (pc < insns.length) {
            last = pc;
            pc += Op.of(insns[pc]).length(insns, pc);
            if (pc == insns.length || leaders[pc]) {
                Block block = new Block(blocks.size(), start, pc, last);
                blocks.add(block);
                starts[start] = block;
                start = pc;
            }
        }
    }

    private void connect() {
        int[] insns = code.code;
        for (Block block : blocks) {
            Op op = Op.of(insns[block.last]);
            if (!op.endsBlock() && block.end < insns.length) {
                join(block, starts[block.end]);
            }
            int target = op.targetOffset();
            if (target > 0) {
                Block to = starts[insns[block.last + target]];
                join(block, to);
                to.loopHeader |= op == Op.LOOP;
            }
            int entry = code.findHandler(block.start);
            if (entry >= 0) {
                block.handler = starts[code.exceptions[entry + 2]];
                block.exceptionRegister = code.exceptions[entry + 3];
                block.handler.predecessors.add(block);
            }
        }
    }

    private static void join(Block from, Block to) {
        if (!from.successors.contains(to)) {
            from.successors.add(to);
            to.predecessors.add(from);
        }
    }

    public Code code() {
        return code;
    }

    public List<Block> list() {
        return blocks;
    }

    /** The block that a pc is in. */
    public Block at(int pc) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int mid = (low + high + 1) >>> 1;
            if (blocks.get(mid).start <= pc) {
                low = mid;
            } else {
                high = mid - 1;
            }
        }
        return blocks.get(low);
    }

    /** pcs of loop headers, ascending. */
    public int[] loopHeaders() {
        int[] pcs = new int[blocks.size()];
        int count = 0;
        for (Block block : blocks) {
            if (block.loopHeader) {
                pcs[count++] = block.start;
            }
        }
        return Arrays.copyOf(pcs, count);
    }

    /** The loops, outer ones before those inside them; each LOOP of one header is a back edge of its one loop. */
    public List<Loop> loops() {
        if (loops == null) {
            List<Loop> found = new ArrayList<>();
            for (Block header : blocks) {
                if (header.loopHeader) {
                    found.add(loop(header));
                }
            }
            found.sort((a, b) -> Integer.compare(b.blocks().cardinality(), a.blocks().cardinality()));
            loops = List.copyOf(found);
        }
        return loops;
    }

    private Loop loop(Block header) {
        BitSet members = new BitSet();
        members.set(header.index);
        List<Integer> backEdges = new ArrayList<>();
        ArrayDeque<Block> work = new ArrayDeque<>();
        for (Block from : header.predecessors) {
            if (Op.of(code.code[from.last]) == Op.LOOP && from.successors.contains(header)) {
                backEdges.add(from.last);
                work.add(from);
            }
        }
        while (!work.isEmpty()) {
            Block block = work.poll();
            if (!members.get(block.index)) {
                members.set(block.index);
                work.addAll(block.predecessors);
            }
        }
        return new Loop(header, List.copyOf(backEdges), members);
    }

    /** The innermost loop around a block, or null. */
    public Loop innermost(Block block) {
        Loop best = null;
        for (Loop loop : loops()) {
            if (loop.contains(block)) {
                best = loop;
            }
        }
        return best;
    }
}
