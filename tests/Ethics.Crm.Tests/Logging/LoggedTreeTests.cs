using System.Collections;
using System.Text.Json.Nodes;
using Ethics.Crm.Logging;
using Ethics.Crm.Tests.Fixtures;
using Newtonsoft.Json.Linq;

namespace Ethics.Crm.Tests.Logging;

/// <summary>Trees whose nodes are sequences of nodes: what they hold lies there already, and is looked into.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class LoggedTreeTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    public static TheoryData<string> Documents =>
    [
        "{}", "[]", "1", "\"text\"", "null", "{\"a\":1}", "[1,2,3]", "[[[[[[[[[[[[1]]]]]]]]]]]]",
        "{\"a\":{\"b\":[1,{\"c\":{\"d\":[{\"e\":[{\"f\":null}]}]}}]}}",
        "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8,\"i\":9,\"j\":10,\"k\":11,\"l\":12}",
    ];

    [Theory, MemberData(nameof(Documents))]
    public void DocumentWithoutLabels_IsPassedOnAsItIs(string json)
    {
        var newtonsoft = JToken.Parse(json);
        Assert.Same(newtonsoft, LoggedValues.Redacted(newtonsoft));
        if (JsonNode.Parse(json) is { } node)
            Assert.Same(node, LoggedValues.Redacted(node));
    }

    /// <summary>A part of it is logged: what is around it is looked at too, and holds nothing.</summary>
    [Fact]
    public void PartOfADocument_IsPassedOnAsItIs()
    {
        var whole = JToken.Parse("""{ "a": { "b": [1, { "c": 2 }] }, "d": 3 }""");
        Assert.All(((JObject)whole).Descendants(), static part => Assert.Same(part, LoggedValues.Redacted(part)));
    }

    [Fact]
    public void DocumentThatHoldsALabelledObject_IsRedacted()
    {
        // Newtonsoft takes any object for an annotation, which a program may show beside the value.
        var newtonsoft = JToken.Parse("""{ "a": { "b": 1 } }""");
        newtonsoft["a"]!.AddAnnotation(new LoggedShapeTests.Note("secret"));
        Assert.Equal("[JObject: redacted]", LoggedValues.Redacted(newtonsoft));
    }

    [Fact]
    public void NodeThatHoldsALabelledObject_IsRedacted_AndOneThatHoldsAnother_IsNot()
    {
        Assert.Equal("[JsonObject: redacted]", LoggedValues.Redacted(new JsonObject { ["who"] = JsonValue.Create(new LoggedShapeTests.Note("secret")) }));
        var list = new JsonArray();
        list.Add(new LoggedShapeTests.Note("secret"));
        Assert.Equal("[JsonArray: redacted]", LoggedValues.Redacted(list));
        Assert.Equal("[JsonObject: redacted]", LoggedValues.Redacted(new JsonObject { ["all"] = list }));

        // Also where its type says nothing.
        Assert.Equal("[JsonArray: redacted]", LoggedValues.Redacted(new JsonArray(JsonValue.Create<object>(new LoggedShapeTests.Note("secret")))));

        var plain = new JsonObject { ["what"] = JsonValue.Create(new LoggedShapeTests.Remark("public")) };
        Assert.Same(plain, LoggedValues.Redacted(plain));
    }

    [Fact]
    public void TreeOfTheProgram_IsLookedThrough_DownUpAndBeside()
    {
        var plain = Tree(new LoggedShapeTests.Remark("public"));
        Assert.Same(plain, LoggedValues.Redacted(plain));
        Assert.Same(plain.Children[0].Children[0], LoggedValues.Redacted(plain.Children[0].Children[0]));

        var labelled = Tree(new LoggedShapeTests.Note("secret"));
        Assert.Equal("[Branch: redacted]", LoggedValues.Redacted(labelled));
        // Its text may show what it hangs on.
        Assert.Equal("[Branch: redacted]", LoggedValues.Redacted(labelled.Children[0].Children[0]));
    }

    [Fact]
    public void TreeOfThousands_IsRedacted_AndOneThatHoldsItselfIsNotGoneThroughForEver()
    {
        var many = new JArray(Enumerable.Range(0, 3000));
        Assert.Equal("[JArray: redacted]", LoggedValues.Redacted(many));

        var itself = new Branch();
        itself.Children.Add(itself);
        Assert.Same(itself, LoggedValues.Redacted(itself));
    }

    /// <summary>The nearest thing that is no tree: what comes out of it is not of its own kind, and only running it tells.</summary>
    [Fact]
    public void SequenceOfAnotherKind_IsRunByTheLogAlone()
    {
        var query = new Query();
        Assert.IsType<RedactedSequence>(LoggedValues.Redacted(query));
        Assert.Equal("[Object[]: redacted]", LoggedValues.Redacted(new object[] { query }));
        Assert.Equal(0, query.Runs);
    }

    private static Branch Tree(object held)
    {
        var root = new Branch { Held = held };
        var child = root.Add(new Branch());
        child.Add(new Branch());
        child.Add(new Branch());
        return root;
    }

    private sealed class Branch : IEnumerable<Branch>
    {
        public List<Branch> Children { get; } = [];

        public Branch? Parent { get; private set; }

        public object? Held { get; set; }

        public Branch Add(Branch child)
        {
            Children.Add(child);
            child.Parent = this;
            return child;
        }

        public IEnumerator<Branch> GetEnumerator() => Children.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Query : IEnumerable<object>
    {
        public int Runs { get; private set; }

        public IEnumerator<object> GetEnumerator()
        {
            Runs++;
            yield return new LoggedShapeTests.Note("secret");
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
