package dev.adder.stdlib.asyncio;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;

/**
 * The unfinished tasks of a thread, for {@code all_tasks}: a ring of weak references, since nothing but what a task
 * waits for keeps it alive. A task that ends takes its reference out, so that the collector never sees it; those of
 * tasks that were lost are taken out when others come.
 */
final class TaskRegistry {
    /** A task's place in the ring. */
    static final class Node extends WeakReference<PyTask> {
        private final TaskRegistry registry;
        private Node previous;
        private Node next;

        private Node(final TaskRegistry registry, final PyTask task) {
            super(task, registry.lost);
            this.registry = registry;
        }

        void remove() {
            registry.unlink(this);
        }
    }

    private final ReferenceQueue<PyTask> lost = new ReferenceQueue<>();
    private Node head;

    synchronized Node add(final PyTask task) {
        for (Object gone = lost.poll(); gone != null; gone = lost.poll()) {
            unlink((Node) gone);
        }
        final Node node = new Node(this, task);
        if (head == null) {
            node.previous = node;
            node.next = node;
            head = node;
        } else {
            node.previous = head.previous;
            node.next = head;
            head.previous.next = node;
            head.previous = node;
        }
        return node;
    }

    private synchronized void unlink(final Node node) {
        if (node.next == null) {
            return;
        }
        if (node.next == node) {
            head = null;
        } else {
            node.previous.next = node.next;
            node.next.previous = node.previous;
            if (head == node) {
                head = node.next;
            }
        }
        node.next = null;
        node.previous = null;
    }

    synchronized boolean isEmpty() {
        return head == null;
    }

    synchronized void addAllTo(final List<Object> all) {
        Node node = head;
        if (node == null) {
            return;
        }
        do {
            final PyTask task = node.get();
            if (task != null) {
                all.add(task);
            }
            node = node.next;
        } while (node != head);
    }
}
