using Castle.DynamicProxy;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Subjects;

/// <summary>For each shape of a model: generated guards, <see cref="SubjectKey"/> and the running gate mean the same person.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class SubjectShapesTests : IDisposable
{
    private static readonly CustomerId Anna = new(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
    private static readonly CustomerId Bert = new(Guid.Parse("7c9e6679-7425-40de-944b-e07fc1f90ae7"));

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    /// <summary>Missing, granted, withdrawn: as the key says, so reads the object.</summary>
    private async Task FollowsAsync(SubjectKey key, Func<string?> read)
    {
        Assert.Equal("value", In("support", read));
        Assert.Equal("ConsentMissing", In("marketing", read));
        await _host.Ledger.GrantAsync(key, "marketing");
        Assert.Equal("value", In("marketing", read));
        await _host.Ledger.WithdrawAsync(key, "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", read));
    }

    private static void IsNobody(Func<string?> read)
    {
        Assert.Equal("value", In("support", read));
        Assert.Equal("SubjectUnknown", In("marketing", read));
        Assert.Equal("SubjectUnknown", In("analytics", read));
    }

    [Fact]
    public async Task TypedId_IsThePersonThatItsValueNames()
    {
        var customer = new Customer { Id = Anna, Email = "value" };
        Assert.Equal(SubjectKey.Of<Customer>(Anna), SubjectKey.Of(customer));
        Assert.Equal(SubjectKey.Of<Customer>(Anna), SubjectKey.Of<Customer>(Anna.Value));
        await FollowsAsync(SubjectKey.Of<Customer>(Anna), () => customer.Email);
    }

    [Fact]
    public async Task DerivedTypesAndProxies_AreTheBaseMostTypesPeople()
    {
        var handMade = new CustomerProxy { Id = Anna, Email = "value" };
        await FollowsAsync(SubjectKey.Of<Customer>(Anna), () => handMade.Email);

        var proxy = new ProxyGenerator().CreateClassProxy<Customer>();
        (proxy.Id, proxy.Email) = (Bert, "value");
        Assert.NotEqual(typeof(Customer), proxy.GetType());
        Assert.Equal(SubjectKey.Of<Customer>(Bert), SubjectKey.Of(proxy));
        await FollowsAsync(SubjectKey.Of<Customer>(Bert), () => proxy.Email);
    }

    [Fact]
    public async Task ProxyAndOriginal_ShareTheirPerson()
    {
        var original = new Customer { Id = Anna, Email = "value" };
        var proxy = new ProxyGenerator().CreateClassProxyWithTarget(original);
        await _host.Ledger.GrantAsync(SubjectKey.Of(original), "marketing");
        Assert.Equal("value", In("marketing", () => proxy.Email));
        await _host.Ledger.WithdrawAsync(SubjectKey.Of(original), "marketing");
        Assert.Equal("ConsentWithdrawn", In("marketing", () => proxy.Email));
    }

    [Fact]
    public async Task ChildEntity_IsAboutItsParentsPerson()
    {
        var order = new Order { Id = 1, CustomerId = Anna, Note = "value" };
        var other = new Order { Id = 1, CustomerId = Bert, Note = "value" };
        await FollowsAsync(SubjectKey.Of<Customer>(Anna), () => order.Note);
        Assert.Equal("ConsentMissing", In("marketing", () => other.Note));
    }

    [Fact]
    public void ChildEntityWithoutParent_IsAboutNobody() => IsNobody(() => new Order { Id = 1, Note = "value" }.Note);

    [Fact]
    public async Task OwnedType_IsAboutNobody_AlsoWhenItsOwnerConsented()
    {
        var customer = new Customer { Id = Anna, Address = new Address { Street = "value" } };
        await _host.Ledger.GrantAsync(SubjectKey.Of<Customer>(Anna), "marketing");
        IsNobody(() => customer.Address.Street);
    }

    [Fact]
    public async Task DataAboutSeveralPeople_NeedsAllToAllow()
    {
        var call = new Call { Caller = Anna, Callee = Bert, Transcript = "value" };
        await _host.Ledger.GrantAsync(SubjectKey.Of<Customer>(Anna), "marketing");
        await FollowsAsync(SubjectKey.Of<Customer>(Bert), () => call.Transcript);
        await _host.Ledger.GrantAsync(SubjectKey.Of<Customer>(Bert), "marketing");
        await _host.Ledger.RestrictAsync(SubjectKey.Of<Customer>(Anna), "contested");
        Assert.Equal("Restriction", In("support", () => call.Transcript));
    }

    [Fact]
    public async Task DataAboutSeveralPeople_OfWhomOneIsUnknown_IsAboutNobody()
    {
        await _host.Ledger.GrantAsync(SubjectKey.Of<Customer>(Anna), "marketing");
        IsNobody(() => new Call { Caller = Anna, Transcript = "value" }.Transcript);
    }

    [Fact]
    public async Task SamePersonTwice_IsOnePerson()
    {
        var call = new Call { Caller = Anna, Callee = Anna, Transcript = "value" };
        await FollowsAsync(SubjectKey.Of(call), () => call.Transcript);
    }

    [Fact]
    public async Task UnsetKey_ThatIsSetOnSave_TakesThePersonAtOnce()
    {
        var customer = new Customer { Email = "value" };
        await _host.Ledger.GrantAsync(SubjectKey.Of<Customer>(Anna), "marketing");
        IsNobody(() => customer.Email);
        customer.Id = Anna;
        Assert.Equal("value", In("marketing", () => customer.Email));
        customer.Id = default;
        IsNobody(() => customer.Email);
    }

    [Fact]
    public void UnsavedEntities_DoNotShareAPerson()
    {
        var one = new Customer { Email = "value" };
        var other = new Customer { Email = "value" };
        IsNobody(() => one.Email);
        IsNobody(() => other.Email);
        Assert.Throws<ArgumentException>(() => SubjectKey.Of(one));
    }

    [Fact]
    public async Task MemberwiseClone_FollowsItsOwnKey()
    {
        var anna = new Customer { Id = Anna, Email = "value" };
        await _host.Ledger.GrantAsync(SubjectKey.Of<Customer>(Anna), "marketing");
        Assert.Equal("value", In("marketing", () => anna.Email));
        var copy = anna.Copy();
        Assert.Equal("value", In("marketing", () => copy.Email));
        copy.Id = Bert;
        Assert.Equal("ConsentMissing", In("marketing", () => copy.Email));
        Assert.Equal("value", In("marketing", () => anna.Email));
    }

    [Fact]
    public async Task RecordCopiedWith_FollowsItsOwnKey_AndStaysEqual()
    {
        var card = new Card(7) { Text = "value" };
        await FollowsAsync(SubjectKey.Of(card), () => card.Text);
        Assert.Equal(new Card(7) { Text = "value" }, card);
        var other = card with { Id = 8 };
        Assert.Equal("ConsentMissing", In("marketing", () => other.Text));
    }

    [Fact]
    public async Task MarkedInterface_NamesThePeopleOfItsImplementers()
    {
        var supplier = new Supplier { Id = 7, Email = "value" };
        Assert.Equal(SubjectKey.Of<IParty>(7), SubjectKey.Of(supplier));
        await FollowsAsync(SubjectKey.Of<IParty>(7), () => supplier.Email);

        var partner = new Partner(8) { Email = "value" };
        Assert.Equal(SubjectKey.Of<IParty>(8), SubjectKey.Of(partner));
        await FollowsAsync(SubjectKey.Of<IParty>(8), () => partner.Email);
    }

    [Fact]
    public async Task IdWithABodyInTheInterface_IsRead()
    {
        var car = new Car { Plate = "value" };
        Assert.Equal(SubjectKey.Of<IParty>(7), SubjectKey.Of(car));
        await FollowsAsync(SubjectKey.Of<IParty>(7), () => car.Plate);
    }

    [Theory]
    [InlineData("party")]
    [InlineData("staff")]
    public async Task PersonWithTwoNames_NeedsBothToAllow(string last)
    {
        var employee = new Employee { Id = 7, Email = "value" };
        await _host.Ledger.GrantAsync(new SubjectKey(null, last == "party" ? "staff" : "party", "7"), "marketing");
        await FollowsAsync(new SubjectKey(null, last, "7"), () => employee.Email);
    }

    [Fact]
    public async Task OverriddenId_IsCalledLikeWhatDeclaresIt()
    {
        var lead = new Lead { Id = 7, Email = "value" };
        Assert.Equal("Ethics.Crm.Tests.Subjects.HasId", SubjectKey.Of(lead).SubjectType);
        Assert.Equal(SubjectKey.Of<Lead>(7), SubjectKey.Of(lead));
        await FollowsAsync(SubjectKey.Of(lead), () => lead.Email);
    }

    [Fact]
    public async Task IdHiddenByANamesake_IsStillTheId()
    {
        var renamed = new Renamed { Email = "value" };
        ((HasId)renamed).Id = 7;
        await FollowsAsync(SubjectKey.Of(renamed), () => renamed.Email);
    }

    [Fact]
    public async Task GuardedId_NamesItsPerson_WithoutAnyScope()
    {
        var subscriber = new Subscriber { Email = "value", Name = "value" };
        var key = SubjectKey.Of(subscriber);
        Assert.Equal(new SubjectKey(null, "subscriber", "value"), key);
        await FollowsAsync(key, () => subscriber.Name);
        Assert.Equal("ConsentWithdrawn", In("marketing", () => subscriber.Email));
    }

    [Fact]
    public void IdWithoutText_IsNobody()
    {
        var one = new ByDigest { Digest = [1, 2], Email = "value" };
        IsNobody(() => one.Email);
        Assert.Throws<ArgumentException>(() => SubjectKey.Of(one));
    }

    [Fact]
    public async Task EqualIds_AreOnePersonInEveryForm()
    {
        var priced = new Priced { Key = 5.00m, Email = "value" };
        await FollowsAsync(SubjectKey.Of<Priced>(5m), () => priced.Email);
        Assert.Equal("ConsentWithdrawn", In("marketing", () => new Priced { Key = 5m, Email = "value" }.Email));
    }

    [Fact]
    public async Task Struct_FollowsItsPerson()
    {
        var guest = new Guest { Id = 7, Email = "value" };
        await FollowsAsync(SubjectKey.Of(guest), () => guest.Email);
    }

    [Fact]
    public async Task Tenants_TellPeopleApart()
    {
        var north = new Patient { Number = 7, Clinic = "north", Email = "value" };
        var south = new Patient { Number = 7, Clinic = "south", Email = "value" };
        await FollowsAsync(SubjectKey.Of(north), () => north.Email);
        Assert.Equal("ConsentMissing", In("marketing", () => south.Email));
        south.Clinic = "north";
        Assert.Equal("ConsentWithdrawn", In("marketing", () => south.Email));
    }

    [Fact]
    public async Task TenantOnARecordParameter_ThatIsNoText_IsThePersonsTenant()
    {
        var visit = new Visit(7, Branch.North) { Note = "value" };
        Assert.Equal("North", SubjectKey.Of(visit).Tenant);
        await FollowsAsync(SubjectKey.Of(visit), () => visit.Note);
        Assert.Equal("ConsentMissing", In("marketing", () => (visit with { Branch = Branch.South }).Note));
    }
}
