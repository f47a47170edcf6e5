package nl.mkba.file.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library on a class path without its optional dependencies. */
class WithoutParquetTest {

    @TempDir
    private Path folder;

    /** The class path of this test, but for jars with one of these in their names. */
    private static URLClassLoader without(String... jars) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            boolean isLeftOut = false;
            for (String jar : jars) {
                isLeftOut |= Path.of(entry).getFileName().toString().startsWith(jar);
            }
            if (!isLeftOut) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static int rows(ClassLoader loader, Path file) throws Throwable {
        try {
            Class<?> tables = loader.loadClass("nl.mkba.file.portfolio.PlaceTable");
            try (Closeable table =
                    (Closeable) tables.getMethod("open", Path.class).invoke(null, file)) {
                Object batch = tables.getMethod("read", int.class).invoke(table, 10);
                return (int) loader.loadClass("nl.mkba.file.portfolio.PlaceTable$RowBatch")
                        .getMethod("rows")
                        .invoke(batch);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void csvNeedsNoneOfThemAndParquetSaysWhichItNeeds() throws Throwable {
        Path csv = Files.writeString(folder.resolve("t.csv"), "id,x\na,1\n");
        Path parquet = folder.resolve("t.parquet");
        WrittenParquet.PLAIN.write(
                parquet,
                new MessageType(
                        "places", Types.required(PrimitiveTypeName.BINARY).named("id")),
                1,
                (i, row) -> row.add("id", "a"));
        for (String[] jars : new String[][] {{"parquet-", "commons-compress"}, {"commons-compress"}}) {
            try (URLClassLoader loader = without(jars)) {
                assertThat(rows(loader, csv)).isEqualTo(1);
                assertThatThrownBy(() -> rows(loader, parquet))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("org.apache.parquet:parquet-format-structures")
                        .hasMessageContaining("org.apache.commons:commons-compress");
            }
        }
        // What a program has that adds the two alone: in particular no library for logging.
        try (URLClassLoader loader =
                without("slf4j", "parquet-floor", "parquet-hadoop", "parquet-column", "javax.annotation")) {
            assertThat(rows(loader, parquet)).isEqualTo(1);
        }
    }
}
