package dev.netwatch.adapters.collect.support.ebpf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * A finished program.
 *
 * @param instructions one per slot
 * @param labels what stands before a slot, by its position; for the listing only
 */
record Code(List<Instruction> instructions, Map<Integer, List<String>> labels) {
    Code {
        instructions = List.copyOf(instructions);
        labels = Map.copyOf(labels);
    }

    int size() {
        return instructions.size();
    }

    /** As the kernel takes it. */
    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(size() * Instruction.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        instructions.forEach(instruction -> instruction.encode(bytes));
        return bytes.array();
    }

    /** For people: one line per instruction, numbered as the kernel's verifier numbers them, with the labels. */
    String listing() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size(); i++) {
            for (String label : labels.getOrDefault(i, List.of())) {
                text.append(label).append(":").append(System.lineSeparator());
            }
            boolean secondHalf = i > 0 && instructions.get(i - 1).takesTwoSlots();
            if (!secondHalf) {
                text.append(String.format("%5d: %s%n", i, instructions.get(i)));
            }
        }
        return text.toString();
    }
}
