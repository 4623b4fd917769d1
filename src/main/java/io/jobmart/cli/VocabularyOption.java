package io.jobmart.cli;

import io.jobmart.vocabulary.SkillVocabularyException;
import io.jobmart.vocabulary.Vocabularies;
import io.jobmart.vocabulary.VocabularyFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option by which a user chooses what skills, occupations and places are read with, the same in all commands that read. */
final class VocabularyOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--vocabulary",
            paramLabel = "WHAT",
            description =
                    "What skills and occupations are read with: builtin, esco:DIR (the CSV download of ESCO), onet:DIR"
                            + " (the text files of O*NET) or csv:FILE (one of your own); may be given several times. Default:"
                            + " builtin. conf/vocabulary/README.md says which files are read.")
    private List<String> choices = new ArrayList<>();

    @Option(
            names = "--gazetteer",
            paramLabel = "WHAT",
            description =
                    "What places are read with: builtin, or geonames:DIR (files of GeoNames as published, plain or"
                            + " zipped: cities500 or another file of cities, admin1CodesASCII, countryInfo, alternateNamesV2)."
                            + " Default: ${DEFAULT-VALUE}.")
    private String gazetteer = "builtin";

    /**
     * The vocabularies chosen, as one.
     *
     * @throws CommandException when what is chosen can't be read
     * @throws ParameterException when a choice is none
     */
    Vocabularies read() {
        try {
            return Vocabularies.read(choices, VocabularyOption::folder)
                    .withGazetteer(gazetteer, VocabularyOption::folder);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        } catch (SkillVocabularyException | IOException e) {
            throw new CommandException(ExitCode.BAD_INPUT, "Cannot read the vocabulary: " + e.getMessage());
        }
    }

    /** Of any file system that Hadoop knows, as the inputs are. */
    private static VocabularyFolder folder(String path) {
        Path given = new Path(path);
        return new VocabularyFolder() {
            @Override
            public List<String> files() throws IOException {
                return Arrays.stream(fileSystem().listStatus(given))
                        .filter(FileStatus::isFile)
                        .map(file -> file.getPath().getName())
                        .sorted()
                        .toList();
            }

            @Override
            public InputStream open(String file) throws IOException {
                boolean folder = fileSystem().getFileStatus(given).isDirectory();
                return fileSystem().open(folder ? new Path(given, file) : given);
            }

            private FileSystem fileSystem() throws IOException {
                return given.getFileSystem(new Configuration());
            }
        };
    }
}
