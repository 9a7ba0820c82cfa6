namespace ArchDsl.Model;

/// <summary>Nobody can tell who connected to what in a VPC.</summary>
internal sealed class NoFlowLogs : Rule
{
    public override string Id => "ARCH4021";

    public override string Title => "A VPC without flow logs";

    public override string Message => "{0} logs no connections: nobody can tell who knocked, nor where an intruder went. Remove FlowLogs = FlowLogs.None to log the refused ones.";

    public override string Description => "Flow logs are the only record of who tried to reach what inside a network.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["EC2.6", "AwsSolutions-VPC7", "NIST.800.53.R5-VPCFlowLogsEnabled", "CKV2_AWS_11", "AWS-0178", "W60"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from network in architecture.Topology.Networks
        where network.FlowLogs == FlowLogs.None
        select new Finding(Id, new Place(network.FlowLogsOrigin, Cure.RemoveArgument), EquatableArray.Of(architecture.NameOf(network.Path)), []);
}
