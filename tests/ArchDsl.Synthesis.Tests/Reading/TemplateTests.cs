using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Reading;

public class TemplateTests
{
    private const string Json = """
        {
          "Parameters": { "Ami": { "Type": "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", "Default": "/aws/service/ami" } },
          "Resources": {
            "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16", "EnableDnsSupport": true } },
            "Subnet": { "Type": "AWS::EC2::Subnet", "DependsOn": "Vpc", "Properties": {
              "VpcId": { "Ref": "Vpc" },
              "AvailabilityZone": { "Fn::Select": [1, { "Fn::GetAZs": "" }] } } },
            "Bucket": { "Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain", "Properties": {
              "BucketName": { "Fn::Sub": "images-${AWS::AccountId}-${!literal}" },
              "Nothing": { "Ref": "AWS::NoValue" },
              "Account": { "Fn::Select": [4, { "Fn::Split": [":", { "Fn::GetAtt": ["Vpc", "Arn"] }] }] },
              "Second": { "Fn::Select": [1, { "Fn::Split": ["-", "one-two"] }] },
              "Chosen": { "Fn::If": ["Prod", 1, 2] } } },
            "Instance": { "Type": "AWS::EC2::Instance", "DependsOn": ["Vpc", "Bucket"], "Properties": {
              "ImageId": { "Ref": "Ami" },
              "UserData": { "Fn::Base64": { "Fn::Join": ["\n", ["#!/bin/bash", "echo hello"]] } },
              "Joined": { "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":s3:::", { "Fn::GetAtt": ["Bucket", "Arn"] }, "/*"]] } } }
          },
          "Outputs": { "Id": { "Value": { "Fn::GetAtt": ["Vpc", "VpcId"] } } }
        }
        """;

    private readonly Template _template = Template.Parse(Json);

    [Fact]
    public void Scalars_BecomeText()
    {
        Assert.Equal("10.0.0.0/16", _template["Vpc"].Text("CidrBlock"));
        Assert.True(_template["Vpc"].Property("EnableDnsSupport")?.Flag);
    }

    [Fact]
    public void References_NameTheirResource()
    {
        Assert.Equal(_template["Vpc"], _template.Target(_template["Subnet"].Property("VpcId")));
        Assert.Equal(new Value.Attribute("Vpc", "VpcId"), _template.Outputs["Id"]);
    }

    [Fact]
    public void Zones_AreSymbolic() => Assert.Equal(new Value.Zone(1), _template["Subnet"].Property("AvailabilityZone"));

    [Fact]
    public void Parameters_KeepTypeAndDefault() =>
        Assert.Equal(new Value.Parameter("Ami", "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", "/aws/service/ami"), _template["Instance"].Property("ImageId"));

    [Fact]
    public void JoinsAndSubstitutions_ReadAsOneLine()
    {
        Assert.Equal("arn:${AWS::Partition}:s3:::${Bucket.Arn}/*", _template["Instance"].Property("Joined")?.ToString());
        Assert.Equal("images-${AWS::AccountId}-${literal}", _template["Bucket"].Property("BucketName")?.ToString());
        Assert.Equal("#!/bin/bash\necho hello", _template["Instance"].Text("UserData"));
    }

    [Fact]
    public void Pieces_AreCutWhereTheWholeIsKnown()
    {
        Assert.Equal("${Vpc.Arn}[4]", _template["Bucket"].Property("Account")?.ToString());
        Assert.Equal(["Vpc"], _template["Bucket"].Property("Account")!.References());
        Assert.Equal("two", _template["Bucket"].Text("Second"));
    }

    [Fact]
    public void NoValue_IsAbsent() => Assert.Null(_template["Bucket"].Property("Nothing"));

    [Fact]
    public void Conditions_AreUnknown() => Assert.IsType<Value.Unknown>(_template["Bucket"].Property("Chosen"));

    [Fact]
    public void DependsOn_IsAListInBothForms()
    {
        Assert.Equal(["Vpc"], _template["Subnet"].DependsOn);
        Assert.Equal(["Vpc", "Bucket"], _template["Instance"].DependsOn);
    }

    [Fact]
    public void MadeBefore_FollowsReferencesAndDependsOn()
    {
        Assert.Equal(["Bucket", "Vpc"], _template.MadeBefore("Instance").Order());
        Assert.Empty(_template.MadeBefore("Vpc"));
    }

    [Fact]
    public void Single_NamesWhatItFound()
    {
        Assert.Equal("Vpc", _template.Single("AWS::EC2::VPC").LogicalId);
        Assert.Throws<InvalidOperationException>(() => _template.Single("AWS::SQS::Queue"));
    }
}
