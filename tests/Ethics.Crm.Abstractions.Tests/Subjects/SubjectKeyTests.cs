using System.Globalization;

namespace Ethics.Crm.Abstractions.Tests.Subjects;

public sealed class SubjectKeyTests
{
    [DataSubject("contact")]
    public class Contact
    {
        [DataSubjectId]
        public virtual int Id { get; set; }
    }

    public sealed class ContactProxy : Contact
    {
        public override int Id { get => base.Id; set => base.Id = value; }
    }

    [DataSubject]
    public class Patient
    {
        [DataSubjectId]
        public Guid Number { get; set; }

        [DataSubjectTenant]
        public string? Clinic { get; set; }
    }

    [DataSubject("vip")]
    public sealed class SpecialPatient : Patient;

    [DataSubject]
    public sealed class Box<T>;

    public sealed class Lead
    {
        [DataSubjectId]
        public string? Code { get; set; }
    }

    public sealed class Order
    {
        public int Id { get; set; }

        [DataSubjectId(typeof(Contact))]
        public int ContactId { get; set; }

        [DataSubjectId(typeof(Patient))]
        public Guid? PatientId { get; set; }
    }

    public sealed record Visitor([DataSubjectId] string Cookie, string Page);

    public sealed class Product
    {
        public int Id { get; set; }
    }

    [Fact]
    public void GivenName_IsTheSubjectType() => Assert.Equal(new SubjectKey(null, "contact", "7"), SubjectKey.Of<Contact>(7));

    [Fact]
    public void DerivedTypesAndProxies_AreTheBaseMostTypesPeople()
    {
        Assert.Equal(SubjectKey.Of<Contact>(7), SubjectKey.Of<ContactProxy>(7));
        Assert.Equal(SubjectKey.Of<Contact>(7), SubjectKey.Of(new ContactProxy { Id = 7 }));
        Assert.Equal(SubjectKey.Of<Contact>(7), SubjectKey.Of<Contact>(new ContactProxy { Id = 7 }));
        Assert.Equal(SubjectKey.Of<Patient>("x"), SubjectKey.Of<SpecialPatient>("x"));
    }

    [Fact]
    public void WithoutName_TheFullNameHasDotsAndNoArity()
    {
        Assert.Equal("Ethics.Crm.Abstractions.Tests.Subjects.SubjectKeyTests.Patient", SubjectKey.Of<Patient>("x").SubjectType);
        Assert.Equal("Ethics.Crm.Abstractions.Tests.Subjects.SubjectKeyTests.Box", SubjectKey.Of<Box<int>>("x").SubjectType);
    }

    [Fact]
    public void TypeWithAnIdOnly_IsCalledLikeWhatDeclaresIt()
    {
        Assert.Equal(new SubjectKey(null, "Ethics.Crm.Abstractions.Tests.Subjects.SubjectKeyTests.Lead", "a"), SubjectKey.Of(new Lead { Code = "a" }));
        Assert.Equal(SubjectKey.Of<Visitor>("c1"), SubjectKey.Of(new Visitor("c1", "/")));
    }

    [Fact]
    public void TypeThatIsAboutNobody_IsAnArgumentException()
    {
        Assert.Throws<ArgumentException>(() => SubjectKey.Of<Product>(7));
        Assert.Contains("Mark its id", Assert.Throws<ArgumentException>(() => SubjectKey.Of(new Product { Id = 7 })).Message);
        // An id without the type of its person is taken for the person.
        Assert.Contains("SubjectKey.Of<Customer>(id)", Assert.Throws<ArgumentException>(() => SubjectKey.Of("7")).Message);
        Assert.Throws<ArgumentException>(() => SubjectKey.Of<Order>(7));
    }

    [Fact]
    public void IdOfAnotherType_IsThatTypesPerson()
    {
        Assert.Equal(SubjectKey.Of<Contact>(7), SubjectKey.Of(new Order { Id = 1, ContactId = 7 }));
        var patient = Guid.NewGuid();
        Assert.Equal(SubjectKey.Of<Patient>(patient), SubjectKey.Of(new Order { PatientId = patient }));
    }

    [Fact]
    public void ObjectAboutSeveralPeople_IsAnArgumentException() =>
        Assert.Contains("several people", Assert.Throws<ArgumentException>(() => SubjectKey.Of(new Order { ContactId = 7, PatientId = Guid.NewGuid() })).Message);

    [Fact]
    public void Guid_IsWrittenAsD()
    {
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", SubjectKey.Of<Contact>(id).Id);
        Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", SubjectKey.Of(new Patient { Number = id }).Id);
    }

    [Fact]
    public void Ids_AreInvariantText()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("1234567.5", SubjectKey.Of<Contact>(1234567.5m).Id);
            Assert.Equal("-7", SubjectKey.Of<Contact>(-7L).Id);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    public static TheoryData<object?> UnsetIds => new(null, 0, 0L, (short)0, (byte)0, 0u, 0ul, "", Guid.Empty, 0m, default(DateTime));

    [Theory]
    [MemberData(nameof(UnsetIds))]
    public void UnsetId_IsAnArgumentException(object? id) => Assert.ThrowsAny<ArgumentException>(() => SubjectKey.Of<Contact>(id!));

    [Fact]
    public void ObjectWithUnsetId_IsAnArgumentException()
    {
        Assert.Contains("once it is saved", Assert.Throws<ArgumentException>(() => SubjectKey.Of(new Contact())).Message);
        Assert.Throws<ArgumentException>(() => SubjectKey.Of(new Lead { Code = "" }));
        Assert.Throws<ArgumentException>(() => SubjectKey.Of(new Order { Id = 5, PatientId = Guid.Empty }));
    }

    [Fact]
    public void Tenant_TellsPeopleApartAndEmptyIsNone()
    {
        var id = Guid.NewGuid();
        Assert.Equal("north", SubjectKey.Of(new Patient { Number = id, Clinic = "north" }).Tenant);
        Assert.Null(SubjectKey.Of(new Patient { Number = id, Clinic = "" }).Tenant);
        Assert.NotEqual(SubjectKey.Of<Contact>(7, "north"), SubjectKey.Of<Contact>(7));
        Assert.Equal(SubjectKey.Of<Contact>(7, ""), SubjectKey.Of<Contact>(7));
    }

    [Fact]
    public void Text_ShowsNoId() => Assert.DoesNotContain("4711", SubjectKey.Of<Contact>(4711, "north").ToString());
}
