using System.Xml;
using Altinn.Authorization.ABAC;
using Altinn.Authorization.ABAC.Utils;
using Altinn.Authorization.ABAC.Xacml;

namespace Ethics.Crm.Benchmarks.Decisions;

/// <summary>What somebody would embed who wants a policy engine and no library of ours: XACML 3.0. It knows no people, so the consent of each is handed to it, in requests that were made before.</summary>
public sealed class PolicyEngine
{
    private const string Text = "http://www.w3.org/2001/XMLSchema#string";
    private const string Subject = "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject";
    private const string Resource = "urn:oasis:names:tc:xacml:3.0:attribute-category:resource";
    private const string Action = "urn:oasis:names:tc:xacml:3.0:attribute-category:action";

    private static readonly string Policy = $"""
        <Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="urn:crm" Version="1.0" RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">
          <Target/>
          <Rule RuleId="urn:crm:newsletter" Effect="Permit">
            <Target>
              <AnyOf><AllOf>{Match(Action, "urn:crm:purpose", "newsletter")}</AllOf></AnyOf>
              <AnyOf><AllOf>{Match(Resource, "urn:crm:category", "contact.email")}</AllOf></AnyOf>
              <AnyOf><AllOf>{Match(Subject, "urn:crm:consent", "newsletter")}</AllOf></AnyOf>
            </Target>
          </Rule>
        </Policy>
        """;

    private readonly PolicyDecisionPoint _engine = new();
    private readonly XacmlPolicy _policy = Parse();

    /// <summary>What is asked of one person who agreed to the newsletter.</summary>
    public static XacmlContextRequest Request(string id) => new(false, false,
    [
        new XacmlContextAttributes(new Uri(Subject), [Attribute("urn:crm:person", id), Attribute("urn:crm:consent", "newsletter")]),
        new XacmlContextAttributes(new Uri(Resource), [Attribute("urn:crm:category", "contact.email")]),
        new XacmlContextAttributes(new Uri(Action), [Attribute("urn:crm:purpose", "newsletter")]),
    ]);

    public bool Permits(XacmlContextRequest request) => _engine.Authorize(request, _policy).Results.All(static r => r.Decision == XacmlContextDecision.Permit);

    private static XacmlPolicy Parse()
    {
        using var reader = XmlReader.Create(new StringReader(Policy));
        return XacmlParser.ParseXacmlPolicy(reader);
    }

    private static string Match(string category, string attribute, string value) => $"""
        <Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal"><AttributeValue DataType="{Text}">{value}</AttributeValue><AttributeDesignator AttributeId="{attribute}" Category="{category}" DataType="{Text}" MustBePresent="false"/></Match>
        """;

    private static XacmlAttribute Attribute(string id, string value)
    {
        var attribute = new XacmlAttribute(new Uri(id), false);
        attribute.AttributeValues.Add(new XacmlAttributeValue(new Uri(Text), value));
        return attribute;
    }
}
