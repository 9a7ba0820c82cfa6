using ArchDsl.Harness;
using Microsoft.CodeAnalysis;
using Verify = ArchDsl.Harness.GeneratorVerifier<ArchDsl.Generators.ArchitectureGenerator>;

namespace ArchDsl.Tests.Generators;

/// <summary>Source as it stands while somebody types. The generator never throws, and adds no errors to those that are there.</summary>
public sealed class HalfTypedTests
{
    [Theory]
    [InlineData("[S3(")]
    [InlineData("[S3(]")]
    [InlineData("[S3(\"a\"]")]
    [InlineData("[S3(\"a\",)]")]
    [InlineData("[S3(\"a\" \"b\")]")]
    [InlineData("[S3(PublicRead)]")]
    [InlineData("[S3(PublicRead =)]")]
    [InlineData("[S3(PublicRead = missing)]")]
    [InlineData("[S3(PublicRead = \"yes\")]")]
    [InlineData("[S3(Missing = 1)]")]
    [InlineData("[S3(null)]")]
    [InlineData("[S3(1, 2, 3)]")]
    [InlineData("[S3")]
    [InlineData("[S3]]")]
    [InlineData("[Missing]")]
    [InlineData("[S3, Missing]")]
    [InlineData("[Ec2]")]
    [InlineData("[Ec2()]")]
    [InlineData("[Ec2(null)]")]
    [InlineData("[Ec2(instanceType:)]")]
    [InlineData("[Rds(Engine.Postgres)]")]
    [InlineData("[Rds(Engine.Missing, \"15\")]")]
    [InlineData("[Rds((Engine)99, \"\")]")]
    [InlineData("[Rds(Engine.Postgres, null)]")]
    [InlineData("[Rds(Port = int.MaxValue + 1)]")]
    [InlineData("[Rds(InstanceType = null)]")]
    [InlineData("[Rds(Username = null, DatabaseName = null)]")]
    [InlineData("[Fargate(Image = null)]")]
    [InlineData("[Fargate(Image = \"i\"), Uses<>]")]
    [InlineData("[Fargate(Image = \"i\"), Uses<")]
    [InlineData("[Fargate(Image = \"i\"), Uses<Missing>]")]
    [InlineData("[Fargate(Image = \"i\"), Uses<Some, Some>]")]
    [InlineData("[Fargate(Image = \"i\"), Uses<int>]")]
    [InlineData("[Fargate(Image = \"i\"), Uses<int[]>]")]
    [InlineData("[Fargate(Image = \"i\"), Uses<(int, string)>]")]
    [InlineData("[Fargate(Image = \"i\"), Uses<dynamic>]")]
    [InlineData("[Fargate(Image = \"i\"), Uses]")]
    [InlineData("[Fargate(Image = \"i\"), Uses<Shop>]")]
    [InlineData("[Fargate(Image = \"i\"), Uses<Some>]")]
    [InlineData("[Fargate(Image = \"i\"), Env]")]
    [InlineData("[Fargate(Image = \"i\"), Env(\"A\")]")]
    [InlineData("[Fargate(Image = \"i\"), Env(null, null)]")]
    [InlineData("[Fargate(Image = \"i\"), Env(\"\", \"\")]")]
    [InlineData("[Fargate(Image = \"i\"), InjectSecret<Some>]")]
    [InlineData("[Fargate(Image = \"i\"), InjectSecret<Some>(null)]")]
    [InlineData("[Fargate(Image = \"i\"), Logs(null, RetentionDays = -1)]")]
    [InlineData("[Fargate(Image = \"i\"), AutoScale(Min = 9, Max = -9)]")]
    [InlineData("[Fargate(Image = \"i\"), Ingress(null)]")]
    [InlineData("[Fargate(Image = \"i\"), Ingress(\"0.0.0.0/0\", 99999)]")]
    [InlineData("[Fargate(Image = \"i\"), Ingress(\"0.0.0.0/0\", -1)]")]
    [InlineData("[Alb, HttpListener(0), HttpListener(0)]")]
    [InlineData("[Alb, RoutesTo<>]")]
    [InlineData("[Alb, HttpListener(80), RoutesTo<Some>(Port = -1)]")]
    [InlineData("[Vpc(\"\")]")]
    [InlineData("[Vpc(null)]")]
    [InlineData("[Vpc(\"10.0.0.0/8\", AvailabilityZones = 0, NatGateways = -1)]")]
    [InlineData("[Vpc(AvailabilityZones = 2000000000)]")]
    [InlineData("[PublicSubnet(null)]")]
    [InlineData("[PublicSubnet(\"\", null, \"x\")]")]
    [InlineData("[PublicSubnet(new string[] { })]")]
    [InlineData("[PublicSubnet(new[] { \"10.0.0.0/24\", ")]
    [InlineData("[S3, Cors(Origins = [, Methods = [HttpVerb.Get])]")]
    [InlineData("[S3, Cors(Origins = null, Methods = null, Headers = null)]")]
    [InlineData("[S3, Cors(Origins = [null], Methods = [(HttpVerb)77])]")]
    [InlineData("[S3, Tag]")]
    [InlineData("[S3, Tag(null, null)]")]
    [InlineData("[S3, Output]")]
    [InlineData("[S3, Output(null, (Value)99)]")]
    [InlineData("[S3, Output(\"!!\", Value.Arn)]")]
    [InlineData("[S3, AcceptRisk]")]
    [InlineData("[S3, AcceptRisk(null, Reason = null, Until = null)]")]
    [InlineData("[S3, Removal]")]
    [InlineData("[S3, Removal((Removal)99)]")]
    [InlineData("[Fargate(Image = \"i\"), Alarm<Events>(Metric.CpuUtilization, Threshold = double.NaN)]")]
    [InlineData("[Fargate(Image = \"i\"), Alarm<Events>((Metric)9, Threshold = -1 / 0.0)]")]
    [InlineData("[S3, S3, Secret]")]
    [InlineData("[S3, SecurityGroup(null), HttpListener, RoutesTo<Some>]")]
    public void Attribute_AddsNoErrors(string attribute)
    {
        AddsNoErrors($$"""
            [Vpc]
            [PublicSubnet]
            public partial class Shop
            {
                {{attribute}}
                public partial class Some;

                [S3]
                public partial class Images;

                [Topic]
                public partial class Events;
            }
            """);
        AddsNoErrors($"{attribute}\npublic partial class Some;\n\n[S3] public partial class Images;\n");
    }

    [Theory]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class { } }")]
    [InlineData("[Vpc] public partial class { [S3] public partial class Images; }")]
    [InlineData("[Vpc] public partial class Shop {")]
    [InlineData("[Vpc] public partial class Shop { [S3] public class Images; [S3] public partial class Other; }")]
    [InlineData("[Vpc] public partial class Shop { public class Outer { [S3] public partial class Images; } }")]
    [InlineData("[Vpc] public class Shop { [S3] public partial class Images; }")]
    [InlineData("[Vpc] public partial Shop { [S3] public partial class Images; }")]
    [InlineData("[Vpc] partial class Shop : { [S3] public partial class Images; }")]
    [InlineData("[Vpc] partial class Shop : Missing { [S3] public partial class Images; }")]
    [InlineData("[Vpc] partial class Shop { [S3] partial class Images : Missing; }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images; [S3] public partial class Images; }")]
    [InlineData("[Vpc] public partial class Shop { } [Vpc] public partial class Shop { }")]
    [InlineData("[Vpc] public partial class Shop<> { [S3] public partial class Images; }")]
    [InlineData("[Vpc] public partial class Shop; class Shop;")]
    [InlineData("namespace ; [Vpc] public partial class Shop { [S3] public partial class Images; }")]
    [InlineData("[S3] public partial class Shop { partial void Configure( }")]
    [InlineData("[S3] public partial class Shop { partial void Configure(Missing props) { } }")]
    [InlineData("[S3] public partial class Shop { public string Bucket( }")]
    [InlineData("[S3] public partial class Shop { public string Bucket() }")]
    [InlineData("[S3] public partial class Shop { public Bucket }")]
    [InlineData("[S3] public partial class Shop { public string Bucket { get; }")]
    [InlineData("[S3] public partial class Shop { int , Bucket, ; }")]
    [InlineData("[S3] public partial class Shop { public string () => \"\"; static int => 1; class ; enum { } event ; }")]
    [InlineData("[S3] public partial class Shop { int Bucket; string Bucket() => \"\"; partial void Bucket(int one); partial void BucketResource(); }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images { public Root }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images { public string Root<>( }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images { [Missing] string Bucket; [S3] class Bucket }")]
    [InlineData("[assembly: S3]")]
    [InlineData("[module: Vpc] public partial class Shop;")]
    [InlineData("public partial class Shop { [S3] public void Images() { } [S3] public int Number; }")]
    public void Class_AddsNoErrors(string source) => AddsNoErrors(source);

    private static void AddsNoErrors(string source)
    {
        SolutionState state = TestProgram.Of(source);
        state.MarkupHandling = MarkupMode.None;

        GeneratorRun run = Verify.Run(state);

        Assert.Empty(run.Output.SyntaxTrees.Except(run.Input.SyntaxTrees).SelectMany(static tree => tree.GetDiagnostics()));
        HashSet<string> before = [.. Errors(run.Input)];
        string added = string.Join('\n', Errors(run.Output).Where(error => !before.Contains(error)));
        Assert.True(added.Length == 0, $"{source}\n{added}");
    }

    private static IEnumerable<string> Errors(Compilation compilation) => compilation.GetDiagnostics()
        .Where(static d => d.Severity == DiagnosticSeverity.Error)
        .Select(static d => $"{d.Location.GetLineSpan()}: {d.Id}: {d.GetMessage()}");
}
