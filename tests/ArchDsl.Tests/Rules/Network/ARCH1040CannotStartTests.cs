namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1040CannotStartTests : RuleTests
{
    private const string EcrImage = "Image = \"123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1\"";

    [Fact]
    public Task MissingEndpoints_AreReported() => VerifyAsync(
        "[{|#2:Vpc|}, {|#1:IsolatedSubnet|}, {|#0:Fargate(" + EcrImage + ")|}] public partial class Worker;",
        [Finding("Worker cannot start: it stands in its subnets ([IsolatedSubnet]) without a default route, and has no way to Amazon ECR and CloudWatch Logs. Add [VpcEndpoint(AwsService.S3)], [VpcEndpoint(AwsService.EcrApi)], [VpcEndpoint(AwsService.EcrDkr)], [VpcEndpoint(AwsService.Logs)] to Worker, or move Worker to a [PrivateSubnet].")
            .WithLocation(0).WithOptions(ArchDsl.Harness.DiagnosticOptions.IgnoreAdditionalLocations)]);

    [Theory]
    [InlineData("Vpc, VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.S3), VpcEndpoint(AwsService.Logs)", "[VpcEndpoint(AwsService.EcrDkr)]")]
    [InlineData("Vpc, VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.EcrDkr), VpcEndpoint(AwsService.Logs)", "[VpcEndpoint(AwsService.S3)]")]
    public Task OneMissingEndpoint_IsReported(string vpc, string missing) => VerifyAsync(
        $"[{vpc}, IsolatedSubnet, {{|#0:Fargate({EcrImage})|}}] public partial class Worker;",
        [Finding($"Worker cannot start: it stands in its subnets ([IsolatedSubnet]) without a default route, and has no way to Amazon ECR. Add {missing} to Worker, or move Worker to a [PrivateSubnet].")
            .WithLocation(0).WithOptions(ArchDsl.Harness.DiagnosticOptions.IgnoreAdditionalLocations)]);

    /// <summary>No endpoint leads to somebody else's registry.</summary>
    [Fact]
    public Task PublicImage_IsReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [{|#1:IsolatedSubnet|}] public partial class Data
            {
                [{|#0:Fargate(Image = "nginx")|}, Uses<Database>] public partial class Worker;
                [Rds] public partial class Database;
            }
        }
        """,
        [Finding("Worker cannot start: it stands in Data ([IsolatedSubnet]) without a default route, and has no way to CloudWatch Logs, Secrets Manager and the registry of its image. Move Worker to a [PrivateSubnet].", 0, 1)]);

    /// <summary>Registries and the names that Fargate uses are of IPv4: an egress-only gateway is no way to them.</summary>
    [Fact]
    public Task EgressOnlyGateway_IsReported() => VerifyAsync(
        "[Vpc(Ipv6 = true, {|#1:NatGateways = 0|}), {|#2:PrivateSubnet|}, {|#0:Fargate(Image = \"nginx\")|}, Egress(Cidr.InternetIpv6, 443)] public partial class Worker;",
        [Finding("Worker cannot start: it stands in its subnets ([PrivateSubnet]) without a NAT gateway, and has no way to CloudWatch Logs and the registry of its image. Give the VPC NAT gateways.", 0, 1, 2)]);

    [Fact]
    public Task PrivateSubnetWithoutNatGateway_IsReported() => VerifyAsync("""
        [Vpc({|#1:NatGateways = 0|})]
        public partial class Shop
        {
            [{|#2:PrivateSubnet|}] public partial class App
            {
                [{|#0:Fargate(Image = "nginx")|}] public partial class Worker;
            }
            [PublicSubnet] public partial class Edge;
        }
        """,
        [Finding("Worker cannot start: it stands in App ([PrivateSubnet]) without a NAT gateway, and has no way to CloudWatch Logs and the registry of its image. Give the VPC NAT gateways.", 0, 1, 2)]);

    [Theory]
    [InlineData("Vpc, PublicSubnet", "Image = \"nginx\"")]
    [InlineData("Vpc, IsolatedSubnet, VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.EcrDkr), VpcEndpoint(AwsService.S3), VpcEndpoint(AwsService.Logs)", EcrImage)]
    public Task WayThere_IsNotReported(string network, string image) => VerifyAsync($"[{network}, Fargate({image})] public partial class Worker;");

    private const string Endpoints = "VpcEndpoint(AwsService.EcrApi), VpcEndpoint(AwsService.EcrDkr), VpcEndpoint(AwsService.S3), VpcEndpoint(AwsService.Logs)";

    /// <summary>An endpoint leads to the services of its own region.</summary>
    [Theory]
    [InlineData("Architecture(\"a\", Region = \"eu-central-1\")")]
    [InlineData("Architecture(\"a\", Region = \"us-east-1\"), Stage(\"prod\", Region = \"us-east-2\")")]
    public Task ImageOfAnotherRegion_IsReported(string where) => VerifyAsync($"[{where}, Vpc, IsolatedSubnet, {Endpoints}, [|Fargate({EcrImage})|]] public partial class Worker;");

    [Theory]
    [InlineData("Architecture(\"a\", Region = \"us-east-1\")")]
    [InlineData("Architecture(\"a\", Region = \"eu-central-1\"), Stage(\"prod\", Region = \"us-east-1\")")]
    [InlineData("Architecture(\"a\")")] // whoever deploys decides
    public Task ImageOfTheRegion_IsNotReported(string where) => VerifyAsync($"[{where}, Vpc, IsolatedSubnet, {Endpoints}, Fargate({EcrImage})] public partial class Worker;");

    [Fact]
    public Task NatGateway_IsNotReported() => VerifyAsync("""
        [Vpc]
        public partial class Shop
        {
            [PublicSubnet] public partial class Edge;
            [PrivateSubnet, Fargate(Image = "nginx")] public partial class Worker;
        }
        """);

    /// <summary>The missing public subnet is the fault; that the task cannot start follows from it.</summary>
    [Fact]
    public Task NatGatewayWithoutHome_IsNotReported() => VerifyAsync(
        "[{|ARCH0012:Vpc|}, PrivateSubnet, Fargate(Image = \"nginx\")] public partial class Worker;");

    [Fact]
    public Task HookedTask_IsNotReported() => VerifyAsync("""
        [Vpc, IsolatedSubnet, Fargate(Image = "nginx")]
        public partial class Worker
        {
            partial void Created(Amazon.CDK.AWS.ECS.FargateService construct) { }
        }
        """);
}
