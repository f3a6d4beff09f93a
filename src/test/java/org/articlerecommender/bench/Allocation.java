package org.articlerecommender.bench;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What the threads of another Java process have allocated on its heap, as that Java itself counts it. */
class Allocation implements AutoCloseable {

    private final JMXConnector connector;
    private final ThreadMXBean threads;

    private Allocation(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.threads = ManagementFactory.newPlatformMXBeanProxy(
                connector.getMBeanServerConnection(), ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    }

    static Allocation of(long process) throws IOException {
        try {
            var machine = VirtualMachine.attach(Long.toString(process));
            try {
                return new Allocation(
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("the Java process " + process + " cannot be asked for what it allocated", e);
        }
    }

    /** The bytes of each living thread until now. */
    Map<Long, Long> now() {
        var ids = threads.getAllThreadIds();
        var bytes = threads.getThreadAllocatedBytes(ids);
        var all = new HashMap<Long, Long>();
        for (int i = 0; i < ids.length; i++) {
            all.put(ids[i], Math.max(0, bytes[i]));
        }
        return all;
    }

    /** The bytes allocated since; those of threads that ended meanwhile are lost. */
    long since(Map<Long, Long> before) {
        return now().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
