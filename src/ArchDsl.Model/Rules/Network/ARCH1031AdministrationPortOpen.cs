namespace ArchDsl.Model;

/// <summary>The internet reaches a port for administration or data.</summary>
internal sealed class AdministrationPortOpen : Rule
{
    public override string Id => "ARCH1031";

    public override string Title => "An administration port is open to the internet";

    public override string Message => "{0} is open to the internet on {1}: Internet -> {0}:{2}. Everybody can try passwords and exploits there. Remove the ingress, and get in with Session Manager, a VPN or from a component that is admitted by name.";

    public override string Description => "Ports for administration, file sharing and databases are scanned all day: what they ask for is a password at best, and what they give is the machine.";

    public override Severity Severity => Severity.Error;

    public override IReadOnlyList<string> KnownAs =>
        ["EC2.19", "AwsSolutions-EC23", "NIST.800.53.R5-EC2RestrictedSSH", "NIST.800.53.R5-EC2RestrictedCommonPorts", "CKV_AWS_24", "CKV_AWS_25", "AWS-0107", "W2", "CT.EC2.PR.4"];

    // https://docs.aws.amazon.com/config/latest/developerguide/restricted-common-ports.html, and those that run commands.
    private static readonly (int Port, string Name)[] Sensitive =
    [
        (22, "SSH"), (3389, "RDP"), (20, "FTP"), (21, "FTP"), (23, "Telnet"), (135, "RPC"), (445, "SMB"), (1433, "SQL Server"), (1521, "Oracle"),
        (2375, "Docker"), (2376, "Docker"), (3306, "MySQL"), (5432, "PostgreSQL"), (5900, "VNC"), (5985, "WinRM"), (5986, "WinRM"),
        (6379, "Redis"), (9200, "Elasticsearch"), (9300, "Elasticsearch"), (11211, "Memcached"), (27017, "MongoDB"),
    ];

    // A range opens many at once: some stand for all.
    private const int Named = 3;

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from compute in architecture.Topology.Components
        where compute.Role == ComponentRole.Compute
        let open = architecture.Reachability.Direct(compute)
        where open is not null
        from rule in open.Rules
        let ports = Sensitive.Where(port => compute.Ports.Any(own => rule.Ports.Intersect(own)?.Intersect(PortRange.Tcp(port.Port)) is not null)).ToList()
        where ports.Count > 0
        select new Finding(Id, new Place(rule.Origin, Cure.RemoveAttribute), EquatableArray.Of(architecture.NameOf(compute.Path), Describe(ports), $"{ports[0].Port}"), []);

    private static string Describe(List<(int Port, string Name)> ports) =>
        string.Join(", ", ports.Take(Named).Select(static port => $"{port.Port} ({port.Name})")) + (ports.Count > Named ? $" and {ports.Count - Named} more" : "");
}
