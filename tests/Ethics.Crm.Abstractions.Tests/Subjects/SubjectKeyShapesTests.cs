namespace Ethics.Crm.Abstractions.Tests.Subjects;

/// <summary>Whom objects of less usual shapes are about.</summary>
public sealed class SubjectKeyShapesTests
{
    [DataSubject("party")]
    public interface IParty
    {
        [DataSubjectId]
        int Id { get; }

        [DataSubjectTenant]
        string? Tenant => null;
    }

    public class Contact : IParty
    {
        public int Id { get; set; }
    }

    [DataSubject("vip")]
    public sealed class Vip : Contact;

    public class Entity
    {
        public virtual int Id { get; set; }
    }

    public class Supplier : Entity, IParty
    {
        public string? Tenant { get; set; }
    }

    public sealed class SupplierProxy : Supplier
    {
        public override int Id { get => base.Id; set => base.Id = value; }
    }

    public sealed class Hidden(int id) : IParty
    {
        int IParty.Id => id;

        public string Id => "not this one";
    }

    [DataSubject("staff")]
    public interface IStaff;

    public sealed class Employee : IParty, IStaff
    {
        public int Id { get; set; }
    }

    public interface IHasOwner
    {
        [DataSubjectId(typeof(IParty))]
        int OwnerId { get; }
    }

    public sealed class Car : IHasOwner
    {
        public int OwnerId { get; set; }
    }

    public interface IUnnamed
    {
        [DataSubjectId]
        int Id { get; }
    }

    public sealed class Unnamed : IUnnamed
    {
        public int Id { get; set; }
    }

    [DataSubject("guest")]
    public readonly record struct Guest([property: DataSubjectId] int Id);

    public sealed record Visit([DataSubjectId] int Person, [DataSubjectTenant] string? Branch);

    public class Base
    {
        [DataSubjectId]
        public int Id { get; set; }
    }

    public sealed class Hiding : Base
    {
        public new string Id { get; set; } = "another thing";
    }

    public sealed class ByDigest
    {
        [DataSubjectId]
        public byte[]? Digest { get; set; }
    }

    [Fact]
    public void MarkedInterface_NamesThePeopleOfItsImplementers()
    {
        var party = new SubjectKey(null, "party", "7");
        Assert.Equal(party, SubjectKey.Of<IParty>(7));
        Assert.Equal(party, SubjectKey.Of<Contact>(7));
        Assert.Equal(party, SubjectKey.Of(new Contact { Id = 7 }));
        Assert.Equal(party, SubjectKey.Of<IParty>(new Contact { Id = 7 }));
    }

    [Fact]
    public void MarkedClassBelowAMarkedInterface_IsTheInterfacesPerson()
    {
        Assert.Equal(SubjectKey.Of<IParty>(7), SubjectKey.Of<Vip>(7));
        Assert.Equal(SubjectKey.Of<IParty>(7), SubjectKey.Of(new Vip { Id = 7 }));
    }

    [Fact]
    public void IdInheritedFromAClassThatKnowsNoInterface_IsFound_AlsoInAProxy()
    {
        Assert.Equal(new SubjectKey("north", "party", "7"), SubjectKey.Of(new Supplier { Id = 7, Tenant = "north" }));
        Assert.Equal(new SubjectKey("north", "party", "7"), SubjectKey.Of(new SupplierProxy { Id = 7, Tenant = "north" }));
        Assert.Equal(SubjectKey.Of<IParty>(7), SubjectKey.Of<SupplierProxy>(7));
    }

    [Fact]
    public void ExplicitlyImplementedId_IsTheId_NotItsNamesake() => Assert.Equal(SubjectKey.Of<IParty>(7), SubjectKey.Of(new Hidden(7)));

    [Fact]
    public void TwoUnrelatedNames_AreAnArgumentExceptionThatSaysBoth()
    {
        var refused = Assert.Throws<ArgumentException>(() => SubjectKey.Of<Employee>(7));
        Assert.Contains("party, staff", refused.Message);
        Assert.Throws<ArgumentException>(() => SubjectKey.Of(new Employee { Id = 7 }));
        Assert.Equal(new SubjectKey(null, "staff", "7"), SubjectKey.Of<IStaff>(7));
    }

    [Fact]
    public void IdOfAnInterfacesPerson_CanBeDemandedByAnInterface() => Assert.Equal(SubjectKey.Of<IParty>(7), SubjectKey.Of(new Car { OwnerId = 7 }));

    [Fact]
    public void InterfaceThatOnlyDemandsAnId_LeavesTheNameToTheClass()
    {
        Assert.EndsWith(".Unnamed", SubjectKey.Of(new Unnamed { Id = 7 }).SubjectType);
        Assert.Equal(SubjectKey.Of<Unnamed>(7), SubjectKey.Of(new Unnamed { Id = 7 }));
    }

    [Fact]
    public void Struct_IsAboutAPersonToo()
    {
        Assert.Equal(SubjectKey.Of<Guest>(7), SubjectKey.Of(new Guest(7)));
        Assert.Throws<ArgumentException>(() => SubjectKey.Of(default(Guest)));
        Assert.Throws<ArgumentException>(() => SubjectKey.Of(7));
    }

    [Fact]
    public void TenantOnARecordParameter_IsThePersonsTenant()
    {
        Assert.Equal("north", SubjectKey.Of(new Visit(7, "north")).Tenant);
        Assert.Null(SubjectKey.Of(new Visit(7, null)).Tenant);
    }

    [Fact]
    public void IdHiddenByANamesake_IsStillTheId() => Assert.Equal("7", ((Func<SubjectKey>)(() => { var one = new Hiding(); ((Base)one).Id = 7; return SubjectKey.Of(one); }))().Id);

    [Fact]
    public void ObjectWithAnIdThatHasNoText_IsAnArgumentException()
    {
        Assert.Contains("no text", Assert.Throws<ArgumentException>(() => SubjectKey.Of(new ByDigest { Digest = [1, 2] })).Message);
        Assert.Contains("unset", Assert.Throws<ArgumentException>(() => SubjectKey.Of(new ByDigest())).Message);
    }
}
