// EightDigit with what its document draws and calls possible, and its program leaves out: a private route table, and scaling.
using ArchDsl;

namespace Variants;

[Architecture("flask-app")]
[Vpc("10.0.0.0/16", AvailabilityZones = 2)]
[VpcEndpoint(AwsService.DynamoDb)]
public partial class EightDigit
{
    [Ecr("flask-app", ScanOnPush = true, ImmutableTags = true)]
    public partial class Images;

    [DynamoDb("EightDigit", PartitionKey = "username", SortKey = "timestamp")]
    public partial class Table;

    [PublicSubnet("10.0.1.0/24", "10.0.2.0/24")]
    public partial class Public
    {
        [Fargate(Port = 5000, DesiredCount = 2)]
        [ImageFrom<Images>("1")]
        [Ingress(Cidr.Internet, 5000)]
        [AutoScale(Min = 2, Max = 6)]
        [Logs("/ecs/flask-app")]
        [Uses<Table>(Access.ReadWrite)]
        [AcceptRisk("ARCH1021", Reason = "A teaching project: tasks face the internet without a load balancer.")]
        public partial class App;
    }

    [IsolatedSubnet]
    public partial class Private;
}
