package io.jobmart.vocabulary;

/** A vocabulary file that can't be used; the message names the file and the line. */
public final class SkillVocabularyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SkillVocabularyException(String problem) {
        super(problem);
    }

    public SkillVocabularyException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
