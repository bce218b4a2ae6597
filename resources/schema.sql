-- The tables of a run, for MariaDB and MySQL 8. No foreign keys: a foreign key to the coupon takes a
-- shared lock on the one row that everybody wants.
CREATE TABLE coupons (
    id BIGINT NOT NULL AUTO_INCREMENT,
    name VARCHAR(200) NOT NULL,
    discount_percent INT NOT NULL COMMENT 'percent off',
    total_quantity BIGINT NOT NULL COMMENT 'pieces at the start',
    quantity BIGINT NOT NULL COMMENT 'pieces left',
    issued_count BIGINT NOT NULL DEFAULT 0 COMMENT 'pieces handed out',
    version BIGINT NOT NULL DEFAULT 0 COMMENT 'counts the writes to this row',
    starts_at BIGINT NOT NULL COMMENT 'epoch microseconds, first moment of the window',
    ends_at BIGINT NOT NULL COMMENT 'epoch microseconds, first moment after the window',
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4;

CREATE TABLE users (
    id BIGINT NOT NULL,
    email VARCHAR(200) NOT NULL,
    name VARCHAR(200) NOT NULL,
    balance BIGINT NOT NULL COMMENT 'KRW',
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4;

CREATE TABLE user_coupons (
    id BIGINT NOT NULL AUTO_INCREMENT,
    user_id BIGINT NOT NULL,
    coupon_id BIGINT NOT NULL,
    issued_at BIGINT NOT NULL COMMENT 'epoch microseconds',
    PRIMARY KEY (id),
    UNIQUE KEY uk_user_coupon (user_id, coupon_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4;
