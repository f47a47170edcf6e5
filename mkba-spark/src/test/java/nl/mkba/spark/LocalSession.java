package nl.mkba.spark;

import org.apache.spark.sql.SparkSession;

/** A small session on this machine. */
final class LocalSession {

    private LocalSession() {}

    static SparkSession.Builder builder() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.log.level", "ERROR");
    }
}
