package io.jobmart.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.pipeline.Verification;
import io.jobmart.store.Damage;
import io.jobmart.store.Warehouse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads all that a warehouse holds, to find what is damaged. Needs no lock. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Read everything that a warehouse holds, and name what is damaged or missing.",
        footer = {
            "",
            "Damaged tables: \"jobmart rebuild\" makes them anew from what is staged. Damaged staged records: \"jobmart"
                    + " rebuild --reparse\" reads the dumps again. A damaged earlier snapshot goes with \"jobmart expire\"."
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private WarehouseOption warehouse;

    @Option(names = "--format", paramLabel = "text|json", description = "How to print. Default: ${DEFAULT-VALUE}.")
    private PrintFormat format = PrintFormat.text;

    @Override
    public Integer call() {
        Verification result = warehouse.run(() -> {
            Warehouse store = warehouse.open();
            var pointer = warehouse.current(store);
            try (CommandSession session = CommandSession.open()) {
                return Verification.of(session.spark(), store, pointer);
            }
        });
        switch (format) {
            case text -> printText(result);
            case json -> printJson(result);
        }
        return (result.damages().isEmpty() ? ExitCode.OK : ExitCode.DAMAGED).code();
    }

    private void printText(Verification result) {
        result.damages().forEach(System.out::println);
        System.out.println((result.damages().isEmpty() ? "Whole: " : "Damaged: ")
                + Figures.count(result.snapshots(), "snapshot") + " of " + warehouse.directory() + ", "
                + Figures.count(result.files(), "file") + " read, "
                + Figures.count(result.damages().size(), "damage") + ".");
    }

    private static void printJson(Verification result) {
        ObjectNode object = JsonMapper.builder().build().createObjectNode();
        object.put("snapshots", result.snapshots());
        object.put("files", result.files());
        ArrayNode damages = object.putArray("damages");
        for (Damage damage : result.damages()) {
            damages.addObject().put("path", damage.path()).put("finding", damage.finding());
        }
        System.out.println(object.toPrettyString());
    }
}
