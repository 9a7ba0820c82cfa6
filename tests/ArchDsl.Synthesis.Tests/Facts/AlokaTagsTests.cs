using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>A tag of the root stands on everything that takes tags.</summary>
public class AlokaTagsTests() : SampleFacts("Aloka")
{
    private static readonly HashSet<string> Taggable =
    [
        "AWS::EC2::EIP", "AWS::EC2::FlowLog", "AWS::EC2::Instance", "AWS::EC2::InternetGateway", "AWS::EC2::NatGateway", "AWS::EC2::RouteTable", "AWS::EC2::SecurityGroup",
        "AWS::EC2::Subnet", "AWS::EC2::VPC", "AWS::EC2::VPCEndpoint", "AWS::IAM::Role", "AWS::KMS::Key", "AWS::Logs::LogGroup", "AWS::RDS::DBInstance", "AWS::RDS::DBParameterGroup",
        "AWS::RDS::DBSubnetGroup", "AWS::S3::Bucket", "AWS::SecretsManager::Secret",
    ];

    private static readonly HashSet<string> NotTaggable =
    [
        "AWS::CDK::Metadata", "AWS::EC2::EIPAssociation", "AWS::EC2::LaunchTemplate", "AWS::EC2::Route", "AWS::EC2::SecurityGroupEgress", "AWS::EC2::SecurityGroupIngress",
        "AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::VPCGatewayAttachment", "AWS::IAM::InstanceProfile", "AWS::IAM::Policy", "AWS::S3::BucketPolicy",
        "AWS::SecretsManager::SecretTargetAttachment",
    ];

    [Fact]
    public void EveryTaggableResource_HasTheTag() =>
        Assert.DoesNotContain(Template.Resources, resource => Taggable.Contains(resource.Type) && !HasTag(resource));

    [Fact]
    public void EveryType_IsKnownToThisTest() =>
        Assert.DoesNotContain(Template.Resources, resource => !Taggable.Contains(resource.Type) && !NotTaggable.Contains(resource.Type));

    private static bool HasTag(Resource resource) =>
        resource.List("Tags").Any(tag => tag["Key"]?.Text == "environment" && tag["Value"]?.Text == "dev");
}
