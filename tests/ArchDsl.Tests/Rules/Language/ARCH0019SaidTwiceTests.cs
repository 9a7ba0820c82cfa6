namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0019SaidTwiceTests : RuleTests
{
    [Theory]
    [InlineData("Vpc, [|Vpc|]")]
    [InlineData("Architecture(\"a\"), [|Architecture(\"b\")|]")]
    [InlineData("S3, Tag(\"a\", \"b\"), [|Tag(\"a\", \"c\")|]")]
    [InlineData("Vpc, PrivateSubnet, Rds, Removal(Removal.Retain), [|Removal(Removal.Destroy)|]")]
    [InlineData("Vpc, PublicSubnet, Fargate(Image = \"i\"), Logs(RetentionDays = 7), [|Logs(RetentionDays = 30)|]")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, 443), [|Egress(\"0.0.0.0/0\", 443)|]")]
    [InlineData("Stage(\"a\"), [|Stage(\"a\")|], S3")]
    [InlineData("Vpc, PrivateSubnet, Alb, HttpListener, [|HttpListener(80)|]")]
    [InlineData("Vpc, VpcEndpoint(AwsService.S3), [|VpcEndpoint(AwsService.S3)|]")]
    [InlineData("Stage(\"a\"), S3, S3(Versioned = true, Stage = \"a\"), [|S3(Versioned = true, Stage = \"a\")|]")]
    [InlineData("Stage(\"a\"), Stage(\"b\"), S3, S3(Stage = \"b\"), [|S3(Stage = \"b\")|], S3(Stage = \"a\")")]
    [InlineData("Stage(\"a\"), S3(Versioned = true, Stage = \"a\"), [|S3(Versioned = true, Stage = \"a\")|]")]
    [InlineData("Stage(\"a\"), S3, Tag(\"x\", \"1\"), Tag(\"x\", \"2\", Stage = \"a\"), [|Tag(\"x\", \"3\", Stage = \"a\")|], Tag(\"y\", \"3\", Stage = \"a\")")]
    public Task SameThing_IsReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Shop;");

    [Fact]
    public Task Message_IsReported() => VerifyAsync(
        "[S3, Tag(\"a\", \"b\"), {|#0:Tag(\"a\", \"c\")|}] public partial class Shop;",
        [Finding("[Tag] stands on 'Shop' twice: keep one of them, or make one of them for a stage with Stage = \"...\"", 0)]);

    [Fact]
    public Task MessageAboutAStage_IsReported() => VerifyAsync(
        "[Stage(\"a\"), Stage(\"b\"), S3, S3(Versioned = true, Stage = \"b\"), {|#0:S3(Stage = \"b\")|}] public partial class Shop;",
        [Finding("[S3] stands on 'Shop' twice: keep one of them, or make one of them for a stage with Stage = \"...\" (stage b)", 0)]);

    [Theory]
    [InlineData("S3, Tag(\"a\", \"b\"), Tag(\"b\", \"b\")")]
    [InlineData("Vpc, PublicSubnet, Ec2(\"t3.micro\"), Egress(Cidr.Internet, 443), Egress(Cidr.Internet, 80), Egress(Cidr.Internet, 443, Protocol = Protocol.Udp)")]
    [InlineData("Stage(\"dev\"), Stage(\"prod\"), Vpc, PrivateSubnet, Rds, Rds(MultiAz = true, Stage = \"prod\"), Tag(\"a\", \"b\"), Tag(\"a\", \"c\", Stage = \"prod\")")]
    public Task DifferentThings_AreNotReported(string attributes) => VerifyAsync($"[{attributes}] public partial class Shop;");
}
