package org.articlerecommender.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedServerWatchTest {

    private static class Dead implements EmbeddedServer {

        private int starts;

        @Override
        public String name() {
            return "Dead";
        }

        @Override
        public String start() {
            return "";
        }

        @Override
        public void restart() {
            starts++;
        }

        @Override
        public boolean listens() {
            return false;
        }

        @Override
        public List<String> stopCommand() {
            return List.of("true");
        }
    }

    @Test
    void startsADeadServerAgainUnlessTheProcessIsEnding() {
        var server = new Dead();
        EmbeddedServerWatch.look(server);
        assertThat(server.starts).isEqualTo(1);

        System.setProperty("embedded.stopping", "true");
        try {
            EmbeddedServerWatch.look(server);
        } finally {
            System.clearProperty("embedded.stopping");
        }

        assertThat(server.starts).isEqualTo(1);
    }
}
