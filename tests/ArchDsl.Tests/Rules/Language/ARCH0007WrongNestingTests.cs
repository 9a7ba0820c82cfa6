namespace ArchDsl.Tests.Rules.Language;

public sealed class ARCH0007WrongNestingTests : RuleTests
{
    [Theory]
    [InlineData("[[|PublicSubnet|]] public partial class Shop;")]
    [InlineData("[Architecture(\"a\")] public partial class Shop { [Vpc] public partial class Net; [[|PublicSubnet|]] public partial class Public; }")]
    [InlineData("[Vpc, PublicSubnet] public partial class Shop { [[|PrivateSubnet|]] public partial class Private; }")]
    [InlineData("[Vpc] public partial class Shop { [PublicSubnet] public partial class Public { public partial class Between { [[|PrivateSubnet|]] public partial class Private; } } }")]
    [InlineData("[Vpc] public partial class Shop { [PublicSubnet, [|PrivateSubnet|]] public partial class Both; }")]
    public Task SubnetsThatDivideNoVpc_AreReported(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("[S3] public partial class Images { [[|Secret|]] public partial class Key; }")]
    [InlineData("[Vpc, PrivateSubnet, Rds] public partial class Orders { public partial class Between { [[|S3|]] public partial class Images; } }")]
    [InlineData("[S3] public partial class Images { [[|Vpc|]] public partial class Net; }")]
    [InlineData("[Vpc] public partial class Shop { public partial class Folder { [[|Vpc(\"10.1.0.0/16\")|]] public partial class Inner; } }")]
    [InlineData("[Vpc] public partial class Shop { [S3] public partial class Images { [[|PublicSubnet|]] public partial class Public; } }")]
    public Task ClassInsideAResource_IsReported(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("[Vpc, [|Removal(Removal.Destroy)|]] public partial class Shop;")]
    [InlineData("[Vpc] public partial class Shop { [PublicSubnet, [|Ingress(Cidr.Internet)|]] public partial class Public; }")]
    [InlineData("[S3, [|Ingress(Cidr.Internet, 80)|]] public partial class Images;")]
    [InlineData("[Secret, [|Cors|]] public partial class Key;")]
    [InlineData("[S3, [|SecurityGroup(\"a\")|], [|HttpListener|]] public partial class Images;")]
    [InlineData("[Vpc, PrivateSubnet, Rds, [|Env(\"A\", \"b\")|], [|Uses<Orders>|]] public partial class Orders;")]
    public Task ModifierOfAnotherKind_IsReported(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("[S3, [|VpcEndpoint(AwsService.S3)|]] public partial class Images;")]
    [InlineData("[Stage(\"dev\")] public partial class Shop { [[|Stage(\"prod\")|], S3] public partial class Images; }")]
    public Task AttributeOfTheVpcOrTheRoot_IsReported(string source) => VerifyAsync(source);

    [Theory]
    [InlineData("[{|#0:PublicSubnet|}] public partial class Shop;", "[PublicSubnet] cannot stand on Shop, which is not inside a [Vpc]")]
    [InlineData("[S3] public partial class Images { [{|#0:Secret|}] public partial class Key; }", "[Secret] cannot stand inside Images, which is a resource; nest it in a class that is none")]
    [InlineData("[Vpc, {|#0:Removal(Removal.Destroy)|}] public partial class Shop;", "[Removal] cannot stand on Shop, which is no resource")]
    [InlineData("[Secret, {|#0:Cors|}] public partial class Key;", "[Cors] cannot stand on Key, where it means nothing")]
    public Task Message_IsReported(string source, string message) => VerifyAsync(source, [Finding(message, 0)]);

    [Theory]
    [InlineData("[Vpc, VpcEndpoint(AwsService.S3)] public partial class Shop { public partial class Between { [PublicSubnet] public partial class Public { public partial class Deep { [Ec2(\"t3.micro\"), Ingress(\"10.0.0.0/8\", 22)] public partial class Host; [Rds, Removal(Removal.Snapshot)] public partial class Database; } } } }")]
    [InlineData("[Architecture(\"a\")] public partial class Shop { public partial class Storage { [S3, Cors(Origins = [\"*\"], Methods = [HttpVerb.Get]), Tag(\"a\", \"b\")] public partial class Images; } }")]
    [InlineData("[S3] public partial class Images { public class Plain; public partial class Other { public class Plain; } }")]
    public Task AttributesWithMeaning_AreNotReported(string source) => VerifyAsync(source);
}
