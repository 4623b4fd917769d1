package io.jobmart.model;

/** Levels of education, lowest first: the order is used to find the lowest acceptable one. */
public enum DegreeLevel {
    HIGH_SCHOOL,
    VOCATIONAL,
    ASSOCIATE,
    BACHELOR,
    MASTER,
    DOCTORATE
}
