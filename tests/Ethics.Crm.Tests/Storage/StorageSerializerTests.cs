using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Storage;

/// <summary>What is stored comes back whole, without a purpose and guarded, and never into a place that says less of it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class StorageSerializerTests : IDisposable
{
    private readonly TestHost _host = new();
    private readonly StorageSerializer _storage = new();

    private static Member Jane => new(7, "address", "Jay", 30);

    public void Dispose() => _host.Dispose();

    [Fact]
    public void ObjectOutsideOfAnyPurpose_ComesBackWhole_AndGuarded()
    {
        var back = _storage.Deserialize<Member>(_storage.Serialize(Jane))!;

        Assert.Equal(7, back.Id);
        Assert.Equal("NoScope", Outcome(() => back.Email));
        Assert.Equal("NotPermitted", In("billing", () => back.Email));
        Assert.Equal(("address", "Jay", "30"), (In("support", () => back.Email), In("support", () => back.Nickname), In("support", () => back.Age.ToString())));
    }

    [Fact]
    public void Graph_ComesBack_InEachForm()
    {
        var back = _storage.DeserializeFromString<Basket>(_storage.SerializeToString(new Basket(1, [Jane, new Member(8, "other", null, 40)], "note")))!;

        Assert.Equal((1, 2, "note"), (back.Id, back.Members.Count, back.Note));
        Assert.Equal(("other", "null"), (In("support", () => back.Members[1].Email), In("support", () => back.Members[1].Nickname)));
    }

    [Fact]
    public async Task RestrictedPerson_IsStored_BecauseStorageGoesOn_AndIsRefusedAsBefore()
    {
        await _host.Ledger.RestrictAsync(TestHost.Person(7), "she disputes it");

        var back = _storage.Deserialize<Member>(_storage.Serialize(Jane))!;

        Assert.Equal("Restriction", In("support", () => back.Email));
    }

    [Fact]
    public void RedactedPurpose_StoresAndRestoresTheValueItself()
    {
        Assert.True(_host.Reload(TestHost.With("""  "enforcement": { "default": "redact" }""")));
        using (PurposeScope.Enter("billing"))
        {
            var jane = new Member(7, "•••", "Jay", 30);
            var back = _storage.Deserialize<Member>(_storage.Serialize(jane))!;
            Assert.Equal("•••", back.Email);
            Assert.Equal("Jay", In("support", () => back.Nickname));
        }
    }

    [Fact]
    public void Labels_AreWrittenBesideTheValue_WhatIsComputedIsNot()
    {
        var stored = JsonNode.Parse(_storage.Serialize(Jane))!;

        Assert.Equal("""{"Age":{"categories":["contact.age"],"for":["support"]},"Email":{"categories":["contact.email"],"for":["analytics","fraud","marketing","marketing.email","support"]},"Nickname":{"categories":["contact.email"],"for":["support"]}}""",
            stored["labels"]!["Ethics.Crm.Tests.Storage.Member"]!.ToJsonString());
        Assert.Equal(["Age", "Email", "Id", "Nickname"], stored["value"]!.AsObject().Select(one => one.Key).Order(StringComparer.Ordinal));
    }

    /// <summary>What writes responses wants options, metadata or a converter; bytes and texts are all that can be had here.</summary>
    [Fact]
    public void NothingOfIt_CanBeGivenToWhateverWritesResponses()
    {
        foreach (var type in new[] { typeof(StorageSerializer), typeof(StorageCache) })
        {
            var handedOut = type.GetMembers().SelectMany(static member => member switch
            {
                System.Reflection.PropertyInfo property => [property.PropertyType],
                System.Reflection.FieldInfo field => [field.FieldType],
                System.Reflection.MethodInfo method => method.GetParameters().Where(static one => one.ParameterType.IsByRef).Select(static one => one.ParameterType).Append(method.ReturnType),
                _ => Array.Empty<Type>(),
            });
            Assert.DoesNotContain(handedOut, static one => one.FullName?.Contains("System.Text.Json", StringComparison.Ordinal) == true);
        }

        // Nor does an ordinary serialiser write more of the object since it was stored.
        _storage.Serialize(Jane);
        Assert.Throws<PurposeViolationException>(() => JsonSerializer.Serialize(Jane));
    }

    [Fact]
    public void SameObject_IsStoredInTheSameBytes() => Assert.Equal(_storage.Serialize(new Basket(1, [Jane], "")), new StorageSerializer().Serialize(new Basket(1, [Jane], "")));

    [Fact]
    public void PlaceWithoutLabel_IsRefusedByName()
    {
        var refused = Assert.Throws<StoredLabelException>(() => _storage.Deserialize<Row>(_storage.Serialize(Jane)));

        Assert.Equal(
            "'Ethics.Crm.Tests.Storage.Member.Email' was stored with a label and would be read into 'Ethics.Crm.Tests.Storage.Row.Email', which has none. Label that member as the one that was stored.", refused.Message);
        Assert.Equal("Ethics.Crm.Tests.Storage.Member.Email", refused.Member);
    }

    [Fact]
    public void PlaceThatPermitsMore_IsRefused_OneThatPermitsLessIsNot()
    {
        Assert.True(_host.Reload(TestHost.Policy.Replace("\"fraud\"]", "\"fraud\", \"billing\"]")));

        var refused = Assert.Throws<StoredLabelException>(() => _storage.Deserialize<RowForMore>(_storage.Serialize(Jane)));
        Assert.Equal(
            "'Ethics.Crm.Tests.Storage.Member.Nickname' was stored for support and would be read into 'Ethics.Crm.Tests.Storage.RowForMore.Nickname', which 'billing' may use too. Give that member the label of the one that was stored.",
            refused.Message);
        Assert.Equal("address", _storage.Deserialize<RowForLess>(_storage.Serialize(Jane))!.Email);
        Assert.Equal(7, _storage.Deserialize<RowWithoutIt>(_storage.Serialize(Jane))!.Id);
    }

    [Fact]
    public void PlaceThatHoldsAnything_IsRefused()
    {
        var stored = _storage.Serialize(Jane);

        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<JsonElement>(stored));
        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<JsonNode>(stored));
        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<object>(stored));
        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<OpenRow>(stored));
        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<Dictionary<string, object>>(stored));
        Assert.Equal(3, _storage.Deserialize<Dictionary<string, int>>(_storage.Serialize(new Dictionary<string, int> { ["a"] = 3 }))!["a"]);
    }

    [Fact]
    public void PolicyThatLabelsMoreOrLessSince_IsNoReasonToLoseWhatIsStored()
    {
        var stored = _storage.Serialize(Jane);
        Assert.True(_host.Reload(TestHost.Policy.Replace(", \"fraud\"]", "]")));

        Assert.Equal("NotPermitted", In("fraud", () => _storage.Deserialize<Member>(stored)!.Email));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{}", "begin")]
    [InlineData("[]", "object")]
    [InlineData("""{"Id":7,"Email":"address"}""", "begin")]
    [InlineData("""{"ethics":2,"labels":{},"value":{}}""", "begin")]
    [InlineData("""{"ethics":1,"value":{}}""", "labels")]
    [InlineData("""{"ethics":1,"labels":{}}""", "bound")]
    [InlineData("""{"ethics":1,"labels":{},"bounds":-1,"value":{}}""", "bound")]
    [InlineData("""{"ethics":1,"labels":{},"bounds":0}""", "value")]
    [InlineData("""{"ethics":1,"labels":{},"bounds":0,"value":{}} {}""", "")]
    [InlineData("""{"ethics":1,"labels":{"A":{"B":{}}},"bounds":0,"value":{}}""", "")]
    [InlineData("""{"ethics":1,"labels":{"A":3},"bounds":0,"value":{}}""", "")]
    [InlineData("""{"ethics":1,"labels":{},"bounds":0,"value":{"Id":"address"}}""", "")]
    public void WhatItDidNotWrite_IsAJsonException_WithoutTheValue(string stored, string named)
    {
        var failed = Assert.ThrowsAny<JsonException>(() => _storage.DeserializeFromString<Member>(stored));
        Assert.Contains(named, failed.Message);
        Assert.DoesNotContain("address", failed.Message);
    }

    [Fact]
    public void KeyOfADictionary_IsInNoMessage()
    {
        var stored = _storage.SerializeToString(new Dictionary<string, string> { ["address"] = "text" });
        var failed = Assert.Throws<JsonException>(() => _storage.DeserializeFromString<Dictionary<string, int>>(stored));
        Assert.DoesNotContain("address", failed.ToString());

        var node = new Node();
        node.Next = node;
        Assert.DoesNotContain("address", Assert.Throws<JsonException>(() => _storage.Serialize(new Dictionary<string, Node> { ["address"] = node })).ToString());
        Assert.DoesNotContain("address", Assert.Throws<NotSupportedException>(() => _storage.Serialize(new Dictionary<string, object> { ["address"] = typeof(string) })).ToString());
    }

    [Fact]
    public void ListOfAnything_IsRefusedToo()
    {
        var stored = _storage.Serialize(new[] { Jane });
        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<JsonElement[]>(stored));
        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<List<object>>(stored));
        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<System.Collections.ArrayList>(stored));
        Assert.Throws<StoredLabelException>(() => _storage.Deserialize<OpenBasket>(_storage.Serialize(new Basket(1, [Jane], ""))));
        Assert.Equal(3, Assert.Single(_storage.Deserialize<List<JsonElement>>(_storage.Serialize(new[] { 3 }))!).GetInt32());
    }

    [Fact]
    public void MemberThatWasRenamed_DoesNotComeBackInExtensionData()
    {
        var stored = _storage.SerializeToString(Jane).Replace("Ethics.Crm.Tests.Storage.Member\"", "Ethics.Crm.Tests.Storage.OpenRow\"", StringComparison.Ordinal);
        Assert.Throws<StoredLabelException>(() => _storage.DeserializeFromString<OpenRow>(stored));
    }

    [Fact]
    public void GetterOfTheProgram_IsAskedAsEver()
    {
        var greeter = new Greeter { Member = Jane };
        Assert.Equal("Member.Email", Assert.Throws<PurposeViolationException>(() => _storage.Serialize(greeter)).Member);

        using (PurposeScope.Enter("support"))
            Assert.Equal("Dear address", _storage.Deserialize<Greeter>(_storage.Serialize(greeter))!.Greeting);
    }

    [Fact]
    public void MembersWithoutSetter_AndSeveralConstructors_ComeBack()
    {
        var back = _storage.Deserialize<Sealed>(_storage.Serialize(new Sealed(5, "kept") { Tags = { "a", "b" } }))!;

        Assert.Equal((5, "kept", 2), (back.Id, back.Name, back.Tags.Count));
    }

    [Fact]
    public void ProxyOfAGuardedObject_IsStoredAsTheObjectIs()
    {
        var back = _storage.Deserialize<Json.PersonProxy>(_storage.Serialize(new Json.PersonProxy { Id = 7, Email = "address" }))!;

        Assert.Equal("NoScope", Outcome(() => back.Email));
        Assert.Equal("address", In("support", () => back.Email));
    }

    [Fact]
    public void ObjectThatRefersToItself_IsAJsonException_UnlessTheOptionsKnowWhatToDo()
    {
        var node = new Node();
        node.Next = node;

        Assert.Throws<JsonException>(() => _storage.Serialize(node));
        var preserving = new StorageSerializer(new JsonSerializerOptions { ReferenceHandler = ReferenceHandler.Preserve });
        var back = preserving.Deserialize<Node>(preserving.Serialize(node))!;
        Assert.Same(back, back.Next);
    }

    [Fact]
    public void OptionsOfOnesOwn_AreFollowed_AndNotChanged()
    {
        var own = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        var storage = new StorageSerializer(own);

        Assert.Contains("\"email\":\"address\"", storage.SerializeToString(Jane));
        Assert.Equal("address", In("support", () => storage.Deserialize<Member>(storage.Serialize(Jane))!.Email));
        Assert.Null(own.TypeInfoResolver);
        Assert.Empty(own.Converters);
    }

    [Fact]
    public void OptionsThatLeaveOut_AreRefused() =>
        Assert.Contains("options of its own", Assert.Throws<ArgumentException>(() => new StorageSerializer(new JsonSerializerOptions().UsePurposes())).Message);

    [Fact]
    public void Null_IsStoredAsSuch() => Assert.Null(_storage.Deserialize<Member>(_storage.Serialize<Member?>(null)));

    [Fact]
    public void FalseNegative_TextThatIsTakenOutByHand_HasNoLabelAnyMore()
    {
        using var stored = JsonDocument.Parse(_storage.Serialize(Jane));
        Assert.Equal("address", stored.RootElement.GetProperty("value").GetProperty("Email").GetString());
    }
}
