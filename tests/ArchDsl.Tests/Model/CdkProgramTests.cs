using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>What the CDK would object to while it synthesises, found before.</summary>
public sealed class CdkProgramTests
{
    [Fact]
    public void ConstructsOfEverySample_HaveIdsOfTheirOwn() => Assert.All(
        TestProgram.Samples, static name => IdsAreUnique(TestProgram.Declare(TestProgram.OfSample(name))));

    [Theory]
    [InlineData("[Fargate(Image = \"i\"), Alarm<Events>(Metric.CpuUtilization), Alarm<More>(Metric.CpuUtilization)] public partial class Api;")]
    [InlineData("[Fargate(Image = \"i\"), Alarm<Events>(Metric.CpuUtilization, Name = \"a\"), Alarm<Events>(Metric.MemoryUtilization, Name = \"a\")] public partial class Api;")]
    [InlineData("[Fargate(Image = \"i\"), Alarm<Events>(Metric.CpuUtilization, Name = \"MemoryUtilization\"), Alarm<Events>(Metric.MemoryUtilization)] public partial class Api;")]
    [InlineData("[Ec2(\"t3.micro\"), Ingress<Api>(80), Ingress<Api>(80, Protocol = Protocol.Udp), Ingress<Api>(80, 81), Ingress<Api>] public partial class Host; [Fargate(Image = \"i\")] public partial class Api;")]
    [InlineData("[Ec2(\"t3.micro\"), Egress<Host>(53), Egress<Host>(53, Protocol = Protocol.Udp)] public partial class Host;")]
    [InlineData("[Alb, HttpListener(80), HttpListener(8080), HttpsListener<Tls>(443), HttpsListener<Tls>(8443), RoutesTo<Host>] public partial class Lb; [Certificate(\"a.b\")] public partial class Tls; [Ec2(\"t3.micro\")] public partial class Host;")]
    [InlineData("[Alb, HttpListener, Dns(\"a.example.com\"), Dns(\"b.example.com\"), Dns(\"*.example.com\")] public partial class Lb;")]
    [InlineData("[S3] public partial class Bucket; [S3] public partial class Subnet1; [S3] public partial class RouteTable1; [S3] public partial class InternetGateway; [S3] public partial class VpcReference; [S3] public partial class Output;")]
    [InlineData("[Rds, Output(\"a\", Value.Endpoint), Output(\"b\", Value.Endpoint)] public partial class Database;")]
    [InlineData("[Rds] public partial class Instance { } [Fargate(Image = \"i\"), Uses<Instance>] public partial class Service { }")]
    public void Constructs_HaveIdsOfTheirOwn(string classes) => IdsAreUnique(TestProgram.Declare($$"""
        [Vpc(NatGateways = 1), VpcEndpoint(AwsService.S3), VpcEndpoint(AwsService.DynamoDb), PublicSubnet, EcsCluster, HostedZone("example.com")]
        public partial class Shop
        {
            [Topic] public partial class Events;
            [Topic] public partial class More;
            {{classes}}
        }
        """));

    [Fact]
    public void Resources_AreDefinedAfterThoseThatTheyNeed()
    {
        CdkProgram program = CdkProgramBuilder.Build(TestProgram.Declare("""
            [Vpc, PublicSubnet]
            public partial class Shop
            {
                [Fargate(Image = "i"), Uses<Z>, Uses<Y>, InjectSecret<X>("X")] public partial class A;
                [Secret] public partial class X;
                [Rds] public partial class Y;
                [S3] public partial class Z;
            }
            """))!.Stages[0];

        Assert.Equal(["X", "Y", "Z", "A"], program.Order.Select(static path => path.Value));
    }

    private static void IdsAreUnique(ArchitectureDeclaration declaration)
    {
        CdkArchitecture? architecture = CdkProgramBuilder.Build(declaration);
        Assert.NotNull(architecture);
        foreach (CdkProgram program in architecture.Stages)
        {
            // Nodes and their resources share their scopes: a nested class has its name as its id.
            string Scope(NodePath self, string scope) => scope == "this" ? CdkProgramBuilder.Field(self) : scope == "Root" ? CdkProgramBuilder.Field(NodePath.Root) : scope;
            List<string> ids =
            [
                .. from node in program.Nodes where !node.Path.IsRoot select CdkProgramBuilder.Field(node.Path.Parent) + " " + node.Identifier.TrimStart('@'),
                .. from statement in program.Network.Concat(program.SecurityGroups).Concat(program.Finish).OfType<CdkConstruct>()
                   select Scope(NodePath.Root, statement.Scope) + " " + statement.Id,
                .. from node in program.Nodes
                   from statement in node.Statements.Concat(node.Routes).OfType<CdkConstruct>()
                   select Scope(node.Path, statement.Scope) + " " + statement.Id,
            ];

            Assert.True(ids.Count > 3);
            Assert.Equal([], ids.GroupBy(static id => id.Replace('/', '-')).Where(static g => g.Count() > 1).Select(static g => g.Key));
        }
    }
}
