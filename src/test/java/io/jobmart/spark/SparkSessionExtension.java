package io.jobmart.spark;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test one session that all tests of the JVM share, as a parameter of the constructor or the method. It starts
 * with the first test that asks for it, which costs ten seconds, and stops with the JVM.
 */
public final class SparkSessionExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        return Holder.SESSION;
    }

    private static final class Holder {
        static final SparkSession SESSION = start();

        private static SparkSession start() {
            SparkSession session = Sessions.configured()
                    .master("local[2]")
                    .appName("jobmart tests")
                    .config("spark.ui.enabled", false)
                    .config("spark.sql.shuffle.partitions", 2)
                    // Compiling a query costs more than a handful of rows; the launcher's test runs as users do.
                    .config("spark.sql.codegen.wholeStage", false)
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.sql.artifact.isolation.enabled", false)
                    .config("spark.log.level", "ERROR")
                    .config("spark.sql.warehouse.dir", "target/spark-warehouse")
                    .getOrCreate();
            return session;
        }
    }
}
