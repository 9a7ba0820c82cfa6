namespace ArchDsl.Model;

/// <summary>A port that strangers have no business with.</summary>
/// <param name="Number">The port.</param>
/// <param name="Name">What answers there.</param>
/// <param name="Administers">Whether whoever gets in there runs commands on the host; else it is for data.</param>
internal readonly record struct SensitivePort(int Number, string Name, bool Administers = false);

/// <summary>The ports for administration, file sharing and data.</summary>
internal static class SensitivePorts
{
    // https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19 without those of mail and of web servers, and
    // those that run commands; what is met most comes first.
    private static readonly SensitivePort[] All =
    [
        new(22, "SSH", true), new(3389, "RDP", true), new(20, "FTP"), new(21, "FTP"), new(23, "Telnet", true), new(135, "RPC"), new(445, "SMB"),
        new(1433, "SQL Server"), new(1434, "SQL Server"), new(1521, "Oracle"), new(2375, "Docker", true), new(2376, "Docker", true), new(2379, "etcd"),
        new(3306, "MySQL"), new(5432, "PostgreSQL"), new(5500, "VNC", true), new(5601, "Kibana"), new(5900, "VNC", true), new(5984, "CouchDB"),
        new(5985, "WinRM", true), new(5986, "WinRM", true), new(6379, "Redis"), new(7474, "Neo4j"), new(9200, "Elasticsearch"),
        new(9300, "Elasticsearch"), new(10250, "kubelet", true), new(11211, "Memcached"), new(15672, "RabbitMQ"), new(27017, "MongoDB"),
    ];

    /// <summary>Those among some TCP ports.</summary>
    public static IEnumerable<SensitivePort> In(PortRange ports) => All.Where(port => ports.Intersect(PortRange.Tcp(port.Number)) is not null);

    /// <summary>Those among some TCP ports at which a host is administered.</summary>
    public static IEnumerable<PortRange> Administration(PortRange ports) => In(ports).Where(static port => port.Administers).Select(static port => PortRange.Tcp(port.Number));
}
